import { seedId } from '../../shared/schema/type-id';
import { asAdministrator } from '../testkit/database';
import { startTestHub, type TestHub, transports } from '../testkit/hub';
import { hubOfItsOwn } from '../testkit/own-hub';

const event = seedId('Event', 'mima-nali-graduation');
const titles = `{ event(id: "${event}") { title { value } } }`;
const list = '{ events(first: 100) { nodes { id } } }';
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  let other: TestHub;
  beforeAll(async () => {
    other = await startTestHub(transport, database.url);
  });
  afterAll(() => other.close());

  const countOf = async (asked: Promise<unknown>, from: TestHub = hub) => {
    from.statements();
    from.viewerReads();
    await asked;
    return { statements: from.statements().length, viewerReads: from.viewerReads() };
  };
  /** Other databases of the same server change its snapshot, too: now and then an answer is old for no reason of ours. */
  const isKept = async (question: string, from: TestHub) => {
    for (let attempt = 1; attempt <= 50; attempt++) {
      const { statements, viewerReads } = await countOf(from.ask(question), from);
      expect(viewerReads).toBe(1);
      if (statements === 0) return true;
    }
    return false;
  };
  const isListed = async (from: TestHub) => {
    const { data } = await from.ask(list);
    return (data.events.nodes as { id: string }[]).some(({ id }) => id === event);
  };

  it('a question that the public asks again takes the statement that reads the viewer and no other', async () => {
    const first = await hub.ask(titles);
    expect(await isKept(titles, hub)).toBe(true);
    expect((await hub.ask(titles)).text).toBe(first.text);
  });

  it('who is signed in is answered from the database', async () => {
    await hub.ask(titles);
    const { statements } = await countOf(hub.ask(titles, { as: 'bicf:VIEWER' }));
    expect(statements).toBeGreaterThan(0);
  });

  it('what a mutation takes away through one gateway is away through another on the next request', async () => {
    expect([await isListed(hub), await isListed(other)]).toEqual([true, true]);
    const narrow = `mutation ($input: SharingLevelSetInput!) {
      eventsSharingLevelSet(input: $input) { userErrors { code } }
    }`;
    const input = { id: event, group: 'event.public', level: 'COALITION' };
    const token = await hub.provenTokenFor('mima:ORG_ADMIN');
    const { data, errors } = await hub.ask(narrow, { token, variables: { input } });
    expect({ data, errors }).toEqual({
      data: { eventsSharingLevelSet: { userErrors: [] } },
      errors: undefined,
    });
    expect([await isListed(other), await isListed(hub)]).toEqual([false, false]);
  });

  it('so is a change that no gateway knows of, in whatever subgraph', async () => {
    const names = '{ organizations(filter: { search: "mima" }) { nodes { slug } } }';
    const found = async () => (await other.ask(names)).data.organizations.nodes.length;
    const before = await found();
    expect(before).toBeGreaterThan(0);
    expect(await isKept(names, other)).toBe(true);
    const suspend = 'update members.membership set status = $1 where organization_id = $2';
    await asAdministrator(suspend, ['SUSPENDED', seedId('Organization', 'mima')], database.url);
    expect(await found()).toBe(before - 1);
    await asAdministrator(suspend, ['ACTIVE', seedId('Organization', 'mima')], database.url);
    expect(await found()).toBe(before);
  });
});
