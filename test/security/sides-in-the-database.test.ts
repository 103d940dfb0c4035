import { Client } from 'pg';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { allTerms } from '../../shared/taxonomy/term';
import { ownDatabase, testSecret } from '../testkit/database';

/** Who takes no sides, in the words of the specification: UN bodies, consulates, national agencies, legislative bodies. */
const barred = [
  ...['UN_AGENCY', 'INTERGOVERNMENTAL_ORGANISATION', 'IGO_COUNTRY_OFFICE'],
  ...['CONSULATE', 'GOVERNMENT_AGENCY', 'LEGISLATIVE_BODY'],
];

/** As the subgraph's own database role: whatever the program does. */
describe('the database, of positions on bills', () => {
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
  beforeEach(() => client.query('begin'));
  afterEach(() => client.query('rollback'));

  async function take(
    kind: string | null,
    stance: string,
    changes: Record<string, unknown> = {},
  ): Promise<string> {
    await client.query(
      `set local hub.organization = 'org_mine'; set local hub.person = 'per_me'; set local hub.roles = 'CAMPAIGNER'; set local hub.kind = '${kind ?? ''}'`,
    );
    const row = {
      ...{
        organization_id: 'org_mine',
        id: 'pos_1',
        sharing_level: 'PRIVATE',
        bill_id: 'bil_1',
        stance,
        reason: '{}',
      },
      ...changes,
    };
    const columns = Object.keys(row);
    return client
      .query(
        `insert into campaigns.bill_position (${columns.join()}) values (${columns.map((_, n) => `$${n + 1}`).join()})`,
        Object.values(row),
      )
      .then(
        () => 'taken',
        (error: Error) => error.message,
      );
  }

  const kinds = allTerms('organisationKinds').map(({ code }) => code);
  it.each(kinds)('%s supports or opposes if it may', async (kind) => {
    expect(await take(kind, 'SUPPORT')).toBe(barred.includes(kind) ? 'KIND_TAKES_NO_SIDES' : 'taken');
    await client.query('rollback; begin');
    expect(await take(kind, 'OPPOSE')).toBe(barred.includes(kind) ? 'KIND_TAKES_NO_SIDES' : 'taken');
    await client.query('rollback; begin');
    expect(await take(kind, 'MONITOR')).toBe('taken');
  });

  it('nobody takes sides of whom it is not known what they are', async () => {
    expect(await take(null, 'SUPPORT')).toBe('KIND_TAKES_NO_SIDES');
  });

  it('the day, the version and what it replaces are the database’s to say', async () => {
    await take('NGO', 'SUPPORT', { version: 9, taken_on: '2000-01-01', replaced_on: '2000-01-02' });
    expect(await take('NGO', 'OPPOSE', { id: 'pos_2', version: 9 })).toBe('taken');
    const { rows } = await client.query(
      `select version, stance, taken_on = current_date as today, replaced_on is null as stands
       from campaigns.bill_position order by version`,
    );
    expect(rows).toEqual([
      { version: 1, stance: 'SUPPORT', today: true, stands: false },
      { version: 2, stance: 'OPPOSE', today: true, stands: true },
    ]);
    await expect(client.query(`update campaigns.bill_position set stance = 'NEUTRAL'`)).rejects.toThrow(
      'permission denied',
    );
  });
});
