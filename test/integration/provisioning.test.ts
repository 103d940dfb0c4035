import { randomBytes } from 'node:crypto';
import { prepareDatabase } from '../../gateway/start/prepare-database';
import { provisionSql } from '../../shared/database/provision';
import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

/** A PostgreSQL where nobody of ours is a superuser: its administrator runs the printed SQL, once. */
describe('a managed database', () => {
  const login = `plain_${randomBytes(4).toString('hex')}`;
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let adminUrl: string;

  beforeAll(async () => {
    database = await ownDatabase('template0');
    await asAdministrator(`create role ${login} login password 'plain'`);
    const url = new URL(database.url);
    url.username = login;
    url.password = 'plain';
    adminUrl = url.toString();
  });
  afterAll(async () => {
    await database.drop();
    await asAdministrator(`drop role ${login}`);
  });

  const prepare = () => prepareDatabase({ adminUrl, subgraphs, secret: testSecret, demo: false });

  it('is refused while the administrator’s part is missing, and nothing is written', async () => {
    await expect(prepare()).rejects.toMatchObject({ code: 'DATABASE_NOT_PROVISIONED' });
    const schemas = await asAdministrator(
      `select 1 from pg_namespace where nspname = 'members'`,
      [],
      database.url,
    );
    expect(schemas).toEqual([]);
  });

  it('is refused when only the claims were left open', async () => {
    const names = subgraphs.map(({ name }) => name);
    await asAdministrator(provisionSql(names, testSecret), [], database.url);
    const setConfig = 'pg_catalog.set_config(text, text, boolean)';
    await asAdministrator(`grant execute on function ${setConfig} to public`, [], database.url);
    await expect(prepare()).rejects.toMatchObject({ code: 'DATABASE_NOT_PROVISIONED' });
    await asAdministrator(`revoke execute on function ${setConfig} from public`, [], database.url);
  });

  it('gets its tables and data afterwards, and no made-up accounts', async () => {
    await prepare();
    const [row] = await asAdministrator<{ organizations: number; people: number }>(
      `select (select count(*)::int from members.organization) as organizations,
         (select count(*)::int from members.person) as people`,
      [],
      database.url,
    );
    expect(row).toEqual({ organizations: 65, people: 0 });
    const runtime = roleUrl(database.url, subgraphRole('members'), testSecret);
    const visible = await asAdministrator('select id from members.organization', [], runtime);
    expect(visible).toHaveLength(65);
  });
});
