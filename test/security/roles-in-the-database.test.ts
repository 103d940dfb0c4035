import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { seedId } from '../../shared/schema/type-id';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

describe('the database of members, asked with the claims of an administrator', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let client: Client;
  const mima = seedId('Organization', 'mima');
  const me = demoPersonId('mima', 'ORG_ADMIN');
  const other = demoPersonId('mima', 'VIEWER');
  beforeAll(async () => {
    database = await ownDatabase();
    client = new Client({ connectionString: roleUrl(database.url, subgraphRole('members'), testSecret) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });
  beforeEach(() =>
    client.query(
      `begin; set local hub.organization = '${mima}'; set local hub.person = '${me}'; set local hub.roles = 'ORG_ADMIN'`,
    ),
  );
  afterEach(() => client.query('rollback'));

  const grant = (person: string, role = 'CASEWORKER') =>
    `insert into members.sensitive_role_grant (organization_id, person_id, role, granted_by) values ('${mima}', '${person}', '${role}', '${me}')`;
  const propose = (person: string, by = me) =>
    `insert into members.role_proposal (organization_id, id, person_id, role, proposed_by) values ('${mima}', 'rpr_1', '${person}', 'CASEWORKER', '${by}')`;
  const denied = /row-level security|permission denied/;

  it.each([
    ['grants oneself a role', [grant(me)]],
    ['grants another one without a proposal', [grant(other)]],
    ['proposes oneself', [propose(me)]],
    ['proposes in another’s name', [propose(other, demoPersonId('mima', 'CASEWORKER'))]],
    [
      'approves one’s own proposal',
      [propose(other), `update members.role_proposal set state = 'APPROVED', decided_by = '${me}'`],
    ],
    [
      'approves in another’s name',
      [propose(other), `update members.role_proposal set state = 'APPROVED', decided_by = '${other}'`],
    ],
    ['grants what is only proposed', [propose(other), grant(other)]],
    [
      'brings a proposal that is approved already',
      [
        `insert into members.role_proposal (organization_id, id, person_id, role, proposed_by, state, decided_by) values ('${mima}', 'rpr_1', '${other}', 'CASEWORKER', '${other}', 'APPROVED', '${me}')`,
      ],
    ],
    ['shortens the time', [propose(other), `update members.role_proposal set effective_at = now()`]],
    [
      'invites in another’s name',
      [
        `insert into members.invitation (organization_id, id, email, roles, link_key, invited_by) values ('${mima}', 'inv_1', 'x@example.org', '{CASEWORKER}', 'k', '${other}')`,
      ],
    ],
    [
      'invites as if there were no administrator',
      [
        `insert into members.invitation (organization_id, id, email, roles, first_admin, link_key, invited_by) values ('${mima}', 'inv_1', 'x@example.org', '{ORG_ADMIN}', true, 'k', '${me}')`,
      ],
    ],
    [
      'asks for a recovery that only the coalition may ask for',
      [
        `insert into members.recovery_request (organization_id, id, kind, email, email_keys, reason, requested_by) values ('${mima}', 'rcv_1', 'LOST_FACTOR', 'x@example.org', '{}', 'x', '${me}')`,
      ],
    ],
    ['reads what the functions of sign-in keep', ['select 1 from members.attempt']],
  ])('refuses whoever %s', async (_what, statements) => {
    for (const text of statements.slice(0, -1)) await client.query(text);
    await expect(client.query(statements.at(-1)!)).rejects.toThrow(denied);
  });

  it('refuses a role by an approval of before', async () => {
    await client.query('rollback');
    await asAdministrator(
      `insert into members.role_proposal (organization_id, id, person_id, role, proposed_by, state, decided_by, decided_at)
       values ($1, 'rpr_2', $2, 'CASEWORKER', $3, 'APPROVED', $4, now() - interval '1 hour')`,
      [mima, other, demoPersonId('mima', 'CASEWORKER'), me],
      database.url,
    );
    await client.query(
      `begin; set local hub.organization = '${mima}'; set local hub.person = '${me}'; set local hub.roles = 'ORG_ADMIN'`,
    );
    await expect(client.query(grant(other))).rejects.toThrow(denied);
  });

  it('refuses to delete the last administrator', async () => {
    await expect(
      client.query(`delete from members.sensitive_role_grant where role = 'ORG_ADMIN'`),
    ).rejects.toThrow('LAST_ADMIN');
  });
});
