import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { newId, seedId } from '../../shared/schema/type-id';
import { asAdministrator } from '../testkit/database';
import { type Answer, transports } from '../testkit/hub';
import { newPerson } from '../testkit/new-person';
import { hubOfItsOwn } from '../testkit/own-hub';
import { newEmail, peopleOf } from '../testkit/people';
import { makeKey } from '../testkit/tool-keys';

const [mima, bicf] = [seedId('Organization', 'mima'), seedId('Organization', 'bicf')];

/** What somebody opened while they might: a page of a list, an answer to repeat, a request that is on its way. */
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const people = peopleOf(hub);
  beforeAll(async () => {
    await change(
      `insert into members.agreement (organization_id, id, partner_id, version, purpose, groups, maximum_level, starts_on, ends_on,
         proposed_by, signed_at, signed_by, partner_signed_at, partner_signed_by)
       values ($1, $2, $3, 1, '{"en": "A test"}', '{stakeholder.engagement}', 'COALITION', current_date, current_date + 30,
         'per_1', now(), 'per_1', now(), 'per_2')`,
      mima,
      newId('Agreement'),
      bicf,
    );
    await people.invite(await hub.provenTokenFor('bicf:ORG_ADMIN'), newEmail(), ['VIEWER']);
    await change(`update members.engagement set sharing_level = 'COALITION'`);
  });
  const change = <Row extends object>(text: string, ...values: unknown[]) =>
    asAdministrator<Row>(text, values, database.url);

  const list = `query ($after: String) { viewer { roles } campaigns(first: 2, after: $after) { nodes { id } pageInfo { endCursor } }
    organization(id: "${mima}") { slug engagements { id } } own: organization(id: "${bicf}") { invitations(first: 1) { totalCount } } }`;
  const read = (token: string, after: string | null = null) => hub.ask(list, { token, variables: { after } });
  /** How much of what only some may see is in the answer. */
  const opened = ({ status, data }: Answer) => ({
    status,
    roles: data?.viewer?.roles ?? null,
    campaigns: data?.campaigns?.nodes?.length ?? 0,
    engagements: data?.organization?.engagements?.length ?? 0,
    invitations: (data?.own?.invitations?.totalCount ?? 0) > 0,
  });

  interface Case {
    readonly open: () => Promise<string>;
    readonly end: string;
    /** What is left of what one had opened. */
    readonly left: object;
  }
  const person = async (role: 'ORG_ADMIN' | 'CAMPAIGNER') =>
    newPerson(hub, database.url, bicf, role, randomUUID());
  let id: string;
  const cases: Record<string, Case> = {
    'a role was taken': {
      open: async () => {
        const { personId, token } = await person('ORG_ADMIN');
        await change(
          `insert into members.role_grant (organization_id, person_id, role) values ($1, $2, 'VIEWER')`,
          bicf,
          personId,
        );
        id = personId;
        return token;
      },
      end: `delete from members.sensitive_role_grant where person_id = $1`,
      left: { roles: ['VIEWER'], invitations: false, engagements: 0 },
    },
    'an agreement was revoked': {
      open: async () => {
        id = mima;
        return (await person('ORG_ADMIN')).token;
      },
      end: `update members.agreement set revoked_at = now(), revoked_by_organization = organization_id where organization_id = $1`,
      left: { roles: ['ORG_ADMIN'], engagements: 0 },
    },
    'the organisation was suspended': {
      open: async () => {
        id = bicf;
        return (await person('ORG_ADMIN')).token;
      },
      end: `update members.membership set status = 'SUSPENDED' where organization_id = $1`,
      left: { roles: null, campaigns: 0, engagements: 0, invitations: false },
    },
    'a key was revoked': {
      open: async () => {
        const key = await makeKey(hub, {
          as: 'bicf:ORG_ADMIN',
          scopes: ['campaign.summary:r', 'org.public:r'],
        });
        id = key.id;
        return key.secret;
      },
      end: `update members.api_key set revoked_at = now() where id = $1`,
      left: { status: 401, campaigns: 0 },
    },
    'a sign-in was ended': {
      open: async () => {
        const somebody = await people.join(await hub.provenTokenFor('bicf:ORG_ADMIN'), ['CAMPAIGNER']);
        id = somebody.email;
        return somebody.accessToken;
      },
      end: `update members.sign_in set ended_at = now() where person_id = (select person_id from members.account where email = $1)`,
      left: { status: 401, campaigns: 0 },
    },
    'the person was disabled': {
      open: async () => {
        const { personId, token } = await person('CAMPAIGNER');
        id = personId;
        return token;
      },
      end: 'update members.person set disabled_at = now() where id = $1',
      left: { status: 401, campaigns: 0 },
    },
  };
  const undo = () =>
    change(
      `update members.agreement set revoked_at = null, revoked_by_organization = null; update members.membership set status = 'ACTIVE'`,
    );

  it.each(Object.entries(cases))('when %s, a cursor of before opens no more than a new list', async (_what, {
    open,
    end,
    left,
  }) => {
    const token = await open();
    const first = await read(token);
    expect(opened(first).campaigns).toBe(2);
    expect(opened(first)).not.toMatchObject(left);
    const { endCursor } = first.data.campaigns.pageInfo;
    await change(end, id);
    const after = [await read(token, endCursor), await read(token)];
    await undo();
    expect(after.map(opened)).toEqual([expect.objectContaining(left), expect.objectContaining(left)]);
  });

  it.each(
    Object.entries(cases),
  )('when %s while a request is on its way, the next one is closed and that one is whole', async (_what, {
    open,
    end,
    left,
  }) => {
    const token = await open();
    const whole = opened(await read(token));
    // Not committed yet: nobody is kept waiting by it, and nobody sees it.
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('begin');
    await client.query(end, [id]);
    const during = read(token);
    await wait(20);
    await client.query('commit');
    await client.end();
    const [onItsWay, next] = [opened(await during), opened(await read(token))];
    await undo();
    expect(next).toMatchObject(left);
    // One request sees one state: the old one or the new one, never the roles of one and the rows of another.
    const isOld = JSON.stringify(onItsWay) === JSON.stringify(whole);
    const isNew = JSON.stringify(onItsWay) === JSON.stringify(next);
    expect({ onItsWay, whole, next, consistent: isOld || isNew }).toMatchObject({ consistent: true });
  });

  it.each([
    ['a role was taken', 'delete from members.sensitive_role_grant where person_id = $1'],
    ['the person was disabled', 'update members.person set disabled_at = now() where id = $1'],
    [
      'the organisation was suspended',
      `update members.membership set status = 'SUSPENDED' where organization_id = (select organization_id from members.invitation where invited_by = $1 limit 1)`,
    ],
  ])('when %s, a repeated request gets nothing of its first answer', async (_what, end) => {
    const { personId, token } = await person('ORG_ADMIN');
    const input = { email: newEmail(), roles: ['VIEWER'], idempotencyKey: randomUUID() };
    const invite = () =>
      people.mutateRaw('invitationCreate', input, 'link invitation { id email }', { token });
    const first = await invite();
    expect(first.data.invitationCreate.invitation.email).toBe(input.email);
    // Sent again while one may, it tells of the invitation, and not of the secret.
    expect((await invite()).data.invitationCreate).toMatchObject({
      link: null,
      invitation: { email: input.email },
    });
    await change(end, personId);
    const again = await invite();
    await undo();
    expect(again.data?.invitationCreate?.invitation ?? null).toBeNull();
    expect(again.text).not.toContain(input.email);
    expect(again.errors?.length ?? again.data.invitationCreate.userErrors.length).toBeGreaterThan(0);
  });

  it('a repeated request of somebody else gets nothing of it either', async () => {
    const [one, other] = [await person('ORG_ADMIN'), await person('ORG_ADMIN')];
    const input = { email: newEmail(), roles: ['VIEWER'], idempotencyKey: randomUUID() };
    const invite = (token: string) =>
      people.mutateRaw('invitationCreate', input, 'link invitation { id }', { token });
    const first = (await invite(one.token)).data.invitationCreate;
    const second = (await invite(other.token)).data.invitationCreate;
    expect(second.invitation.id).not.toBe(first.invitation.id);
    expect(second.link).not.toBe(first.link);
  });
});
