import { seedId } from '../../../shared/schema/type-id';
import { transports } from '../../testkit/hub';
import { newPerson } from '../../testkit/new-person';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { mutationText } from '../../testkit/schema-arguments';

const mima = seedId('Organization', 'mima');
const engagements = `{ organization(id: "${mima}") { engagements { id } } }`;
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database, administrator } = hubOfItsOwn(transport);
  let first: string;
  let second: string;
  beforeAll(async () => {
    first = await hub.provenTokenFor('mima:ORG_ADMIN');
    second = (await newPerson(hub, database.url, mima, 'ORG_ADMIN', 'second')).token;
  });
  afterEach(() => administrator('delete from members.org_policy'));

  const content =
    'narrowed { role group operations } allowedTools suppressionThreshold inAggregates inConflictChecks';
  async function change(token: string, verb: string, input: object) {
    const { data, errors } = await hub.ask(
      mutationText(
        `orgPolicy${verb}`,
        `userErrors { field code }
         policy { inForce { version ${content} } proposal { id ${content} } versions { version state } }`,
      ),
      { token, variables: { input } },
    );
    const result = data?.[`orgPolicy${verb}`];
    return {
      policy: result?.policy,
      codes: result?.userErrors.map(
        ({ code, field }: { code: string; field: string | null }) => `${code} ${field}`,
      ),
      errors: errors?.map((error) => error.extensions.code),
    };
  }
  const narrow = (role: string, group: string, ...operations: string[]) => ({
    narrowed: [{ role, group, operations }],
  });
  const seesEngagements = async () => {
    const { data, errors } = await hub.ask(engagements, { as: 'mima:VIEWER' });
    return errors ? errors[0]!.extensions.code : data.organization.engagements.length > 0;
  };

  it('takes a right from a role at once, and gives it back when a second admin agrees', async () => {
    expect(await seesEngagements()).toBe(true);
    const taken = await change(first, 'Set', narrow('VIEWER', 'stakeholder.engagement', 'r'));
    expect(taken.codes).toEqual([]);
    expect(taken.policy.inForce).toMatchObject(narrow('VIEWER', 'stakeholder.engagement', 'r'));
    expect(await seesEngagements()).toBe('FORBIDDEN');
    const { policy } = await change(first, 'Set', { narrowed: [] });
    expect(policy).toMatchObject({ inForce: { version: 1 }, proposal: { narrowed: [] } });
    expect(await seesEngagements()).toBe('FORBIDDEN');
    const input = { version: policy.proposal.id };
    expect((await change(first, 'Approve', input)).codes).toEqual(['SECOND_PERSON_REQUIRED version']);
    expect((await change(first, 'Apply', input)).codes).toEqual(['TOO_EARLY version']);
    expect((await change(second, 'Approve', input)).policy).toMatchObject({
      inForce: { version: 2, narrowed: [] },
      proposal: null,
      versions: [
        { version: 2, state: 'IN_FORCE' },
        { version: 1, state: 'REPLACED' },
      ],
    });
    expect(await seesEngagements()).toBe(true);
  });

  it('opts in after 72 hours without an objection, and out at once', async () => {
    const { policy } = await change(first, 'Set', { inAggregates: true, inConflictChecks: true });
    expect(policy).toMatchObject({ inForce: null, proposal: { inAggregates: true, inConflictChecks: true } });
    await administrator(`update members.org_policy set effective_at = effective_at - interval '72 hours'`);
    const applied = await change(first, 'Apply', { version: policy.proposal.id });
    expect(applied.policy.inForce).toMatchObject({ inAggregates: true, suppressionThreshold: 11 });
    const out = await change(second, 'Set', { inAggregates: false });
    expect(out.policy.inForce).toMatchObject({ inAggregates: false, inConflictChecks: true });
  });

  it('raises the suppression threshold at once, and lowers it with two', async () => {
    expect(
      (await change(first, 'Set', { suppressionThreshold: 20 })).policy.inForce.suppressionThreshold,
    ).toBe(20);
    const lower = await change(first, 'Set', { suppressionThreshold: 12 });
    expect(lower.policy).toMatchObject({
      inForce: { suppressionThreshold: 20 },
      proposal: { suppressionThreshold: 12 },
    });
    const dismissed = await change(second, 'Dismiss', { version: lower.policy.proposal.id });
    expect(dismissed.policy).toMatchObject({ inForce: { suppressionThreshold: 20 }, proposal: null });
  });

  it('allows certain tools only', async () => {
    await administrator(
      `insert into members.api_client (organization_id, id, name, created_by) values ($1, 'cli_a', 'A', 'x'), ($2, 'cli_b', 'B', 'x')`,
      [mima, seedId('Organization', 'bicf')],
    );
    expect((await change(first, 'Set', { allowedTools: ['cli_a'] })).policy.inForce.allowedTools).toEqual([
      'cli_a',
    ]);
    expect((await change(first, 'Set', { allowedTools: ['cli_b'] })).codes).toEqual([
      'NOT_FOUND allowedTools',
    ]);
    expect((await change(first, 'Set', { allowedTools: ['cli_none'] })).codes).toEqual([
      'NOT_FOUND allowedTools',
    ]);
    expect((await change(first, 'Set', { allowedTools: [] })).policy.inForce.allowedTools).toEqual([]);
    expect((await change(first, 'Set', { allowedTools: null })).policy).toMatchObject({
      inForce: { allowedTools: [] },
      proposal: { allowedTools: null },
    });
  });

  it.each([
    [
      'a right that the role does not have',
      narrow('VIEWER', 'campaign.internal', 'u'),
      'NO_SUCH_RIGHT narrowed',
    ],
    ['a group that is none', narrow('VIEWER', 'constructor', 'r'), 'NO_SUCH_RIGHT narrowed'],
    ['letters instead of one', narrow('ORG_ADMIN', 'campaign.internal', 'rc'), 'NO_SUCH_RIGHT narrowed'],
    ['no operation', narrow('VIEWER', 'campaign.internal'), 'REQUIRED narrowed'],
    ['what would lock every admin out', narrow('ORG_ADMIN', 'org.policy', 'u'), 'LOCKS_OUT narrowed'],
    ['a threshold below eleven', { suppressionThreshold: 10 }, 'INVALID suppressionThreshold'],
    ['nothing new', { inAggregates: false }, 'UNCHANGED null'],
  ])('is refused: %s', async (_what, input, code) => {
    expect((await change(first, 'Set', input)).codes).toEqual([code]);
    expect(await administrator('select from members.org_policy')).toEqual([]);
  });

  it('is set by admins with a second factor, and read by the own people', async () => {
    expect(
      (await change(await hub.tokenFor('mima:ORG_ADMIN'), 'Set', { suppressionThreshold: 15 })).errors,
    ).toEqual(['SECOND_FACTOR_REQUIRED']);
    expect(
      (await change(await hub.provenTokenFor('mima:CASEWORKER'), 'Set', { suppressionThreshold: 15 })).errors,
    ).toEqual(['FORBIDDEN']);
    const { policy } = await change(first, 'Set', { inAggregates: true });
    const foreign = await hub.provenTokenFor('bicf:ORG_ADMIN');
    expect((await change(foreign, 'Approve', { version: policy.proposal.id })).codes).toEqual([
      'NOT_FOUND version',
    ]);
    const read = `{ organization(id: "${mima}") { policy { proposal { inAggregates } } } }`;
    const own = await hub.ask(read, { as: 'mima:VIEWER' });
    expect(own.data.organization.policy).toEqual({ proposal: { inAggregates: true } });
    const others = await hub.ask(read, { as: 'nair:COALITION_STAFF' });
    expect(others.data.organization.policy).toBeNull();
  });

  it('is in force once when two admins approve at the same moment', async () => {
    const { policy } = await change(first, 'Set', { inAggregates: true });
    const third = (await newPerson(hub, database.url, mima, 'ORG_ADMIN', 'third')).token;
    const input = { version: policy.proposal.id };
    const both = await Promise.all([change(second, 'Approve', input), change(third, 'Approve', input)]);
    expect(both.filter(({ codes }) => codes?.length === 0)).toHaveLength(1);
    expect(both.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    expect(await administrator(`select from members.org_policy where state = 'IN_FORCE'`)).toHaveLength(1);
  });
});
