import { setTimeout as wait } from 'node:timers/promises';
import { Pool } from 'pg';
import sql from 'sql-template-tag';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { openSession } from '../../shared/database/session';
import type { Viewer } from '../../shared/identity/viewer';
import { seedId } from '../../shared/schema/type-id';
import { claimsOf, viewerOf } from '../testkit/claims';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

const mima = seedId('Organization', 'mima');
const campaign = seedId('Campaign', 'mima-nali');
const admin = viewerOf({ personId: 'per_admin', organizationId: mima, roles: ['ORG_ADMIN'] });
const note = sql`insert into campaigns.campaign_internal (organization_id, id, sharing_level)
values (${mima}, ${campaign}, 'PRIVATE')`;

describe('a session', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let campaigns: Pool;
  let members: Pool;
  beforeAll(async () => {
    database = await ownDatabase();
    const poolOf = (name: string) =>
      new Pool({ connectionString: roleUrl(database.url, subgraphRole(name), testSecret), max: 2 });
    campaigns = poolOf('campaigns');
    members = poolOf('members');
  });
  afterEach(() =>
    asAdministrator(
      'delete from campaigns.campaign_internal; delete from campaigns.audit_entry',
      [],
      database.url,
    ),
  );
  afterAll(async () => {
    await campaigns.end();
    await members.end();
    await database.drop();
  });

  const writing = (viewer: Viewer, milliseconds = 20_000) =>
    openSession(campaigns, claimsOf({ viewer, deadline: Date.now() + milliseconds }), {
      schema: 'campaigns',
      writes: true,
    });
  const kept = async () =>
    (await asAdministrator('select id from campaigns.campaign_internal', [], database.url)).length;

  it('that is too late half-way leaves nothing of the mutation', async () => {
    const session = writing(admin, 400);
    await session.beginMutation();
    await session.rows(note);
    await wait(500);
    await expect(session.rows(sql`select 1`)).rejects.toMatchObject({ code: 'SUBGRAPH_TIMEOUT' });
    await session.undoMutation();
    await session.commit();
    expect(await kept()).toBe(0);
  });

  it('takes back a mutation that failed, however late, and keeps the one before', async () => {
    const session = writing(admin, 400);
    await session.beginMutation();
    await session.rows(note);
    await session.beginMutation();
    await expect(session.rows(sql`select 1 / 0`)).rejects.toThrow();
    await wait(500);
    await session.undoMutation();
    await session.commit();
    expect(await kept()).toBe(1);
  });

  it('that acts as somebody else has nothing left of what its own token opened', async () => {
    const session = openSession(
      members,
      claimsOf({
        viewer: {
          ...admin,
          organizationId: 'org_attacker',
          partnerships: [{ organizationId: mima, group: 'stakeholder.engagement' }],
          dormantRoles: ['ORG_ADMIN'],
        },
      }),
      { schema: 'members', writes: true },
    );
    const engagements = sql`select 1 from members.engagement t where t.organization_id = ${mima}`;
    await session.present('some-key');
    await session.actAs('per_victim', mima);
    expect(await session.rows(engagements)).toEqual([]);
    expect(
      await session.rows(sql`select hub.claims('roles') as roles, hub.claims('dormant') as dormant,
hub.claims('partners') as partners, hub.viewer_records() as records, hub.viewer_person() as person`),
    ).toEqual([{ roles: [], dormant: [], partners: [], records: [], person: 'per_victim' }]);
    await session.rollback();
  });

  it('is nobody else by an expression that claims to be', async () => {
    const session = writing(admin);
    const claim = sql`select hub.open_to_read('{"person": "per_2", "organization": "org_2"}', 1000)`;
    await expect(session.rows(claim)).rejects.toMatchObject({ code: '42501' });
    await session.rollback();
  });

  it('logs what was written before that in the name of who wrote it', async () => {
    const session = writing(admin);
    await session.beginMutation();
    await session.rows(note);
    await session.actAs('per_framed', 'org_framed');
    await session.commit();
    const logged = await asAdministrator(
      'select person_id, actor_organization_id, operation from campaigns.audit_entry',
      [],
      database.url,
    );
    expect(logged).toEqual([{ person_id: 'per_admin', actor_organization_id: mima, operation: 'c' }]);
  });

  it('takes a link again that was shown to a mutation before it was undone', async () => {
    const session = openSession(members, claimsOf(), { schema: 'members', writes: true });
    const shown = async () =>
      (await session.rows<{ r: string[] }>(sql`select hub.viewer_records() as r`))[0]!.r;
    await session.beginMutation();
    await session.rows(sql`select 1`);
    await session.present('key');
    expect(await shown()).toEqual(['key']);
    await session.undoMutation();
    await session.beginMutation();
    await session.present('key');
    expect(await shown()).toEqual(['key']);
    await session.rollback();
  });

  it.each([
    ['a group', { partnerships: [{ organizationId: 'org_a', group: `x,${mima}|campaign.internal` }] }],
    ['a scope', { narrowed: ['VIEWER:a:r,VIEWER:b:r'] }],
  ] as [
    string,
    Partial<Viewer>,
  ][])('refuses %s that holds the separator of its list', async (_what, more) => {
    const session = writing({ ...admin, ...more });
    await expect(session.rows(sql`select 1`)).rejects.toThrow('separator');
    await session.rollback();
  });
});
