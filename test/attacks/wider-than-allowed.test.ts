import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { claimStatements } from '../../shared/database/viewer-claims';
import type { Role } from '../../shared/identity/viewer';
import { seedId } from '../../shared/schema/type-id';
import { viewerOf } from '../testkit/claims';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

const mima = seedId('Organization', 'mima');

/** Whoever may make a row and not share it makes one that is shared from the start: asked as the subgraph's own role. */
describe('the database, of new rows', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let client: Client;
  beforeAll(async () => {
    database = await ownDatabase();
    client = new Client({ connectionString: roleUrl(database.url, subgraphRole('campaigns'), testSecret) });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const make = async (role: Role, level: string, chosen: string | null = null) => {
    const viewer = viewerOf({ personId: 'per_1', organizationId: mima, roles: [role] });
    await client.query(['begin', ...claimStatements(viewer)].join('; '));
    try {
      await client.query(
        `insert into campaigns.campaign_internal (organization_id, id, sharing_level, chosen_level) values ($1, $2, $3, $4)`,
        [mima, seedId('Campaign', 'mima-nali'), level, chosen],
      );
      return 'made';
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.query('rollback');
    }
  };
  const refused = "the sharing level is not this viewer's to choose";

  it('lets a campaigner make none that is wider than what counts without a choice', async () => {
    for (const level of ['AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION']) {
      expect({ level, made: await make('CAMPAIGNER', level) }).toEqual({ level, made: refused });
    }
    expect(await make('CAMPAIGNER', 'PRIVATE', 'COALITION')).toBe(refused);
    expect(await make('CAMPAIGNER', 'PRIVATE')).toBe('made');
    expect(await make('CAMPAIGNER', 'PRIVATE', 'PRIVATE')).toBe('made');
  });

  it('lets an admin, who may share', async () => {
    expect(await make('ORG_ADMIN', 'COALITION', 'COALITION')).toBe('made');
  });

  it('goes by what the organisation has set', async () => {
    await asAdministrator(
      `insert into campaigns.sharing_version (organization_id, id, version, state, proposed_by, group_name, level, cap)
       values ($1, 'shv_1', 1, 'IN_FORCE', 'per_1', 'campaign.internal', 'COALITION_SUMMARY', 'COALITION')`,
      [mima],
      database.url,
    );
    expect(await make('CAMPAIGNER', 'COALITION_SUMMARY')).toBe('made');
    expect(await make('CAMPAIGNER', 'COALITION')).toBe(refused);
  });
});
