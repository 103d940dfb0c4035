import { createViewerReader, type ViewerReader } from '../../gateway/identity/viewer-reader';
import { gatewayRole, roleUrl } from '../../shared/database/roles';
import type { Credential } from '../../shared/identity/credential';
import { createLogger } from '../../shared/logger';
import { newId, seedId } from '../../shared/schema/type-id';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

const organizationId = seedId('Organization', 'mima');
const personId = demoPersonId('mima', 'VIEWER');

let database: Awaited<ReturnType<typeof ownDatabase>>;
let reader: ViewerReader;
beforeAll(async () => {
  database = await ownDatabase();
  reader = createViewerReader(roleUrl(database.url, gatewayRole, testSecret), createLogger('silent'));
});
afterAll(async () => {
  await reader.close();
  await database.drop();
});

const write = (text: string, values: unknown[] = []) => asAdministrator(text, values, database.url);

/** Somebody signed in for so long, as PostgreSQL writes spans of time. */
async function signedIn(span: string): Promise<Credential> {
  const signInId = newId('SignIn');
  await write(
    `insert into members.sign_in (id, person_id, organization_id, expires_at) values ($1, $2, $3, now() + $4::interval)`,
    [signInId, personId, organizationId, span],
  );
  return { kind: 'account', personId, organizationId, signInId };
}

/** What is read twice in a row without a change. Other tests write to the same PostgreSQL, so not every time. */
async function settled<Value>(read: () => Promise<Value>): Promise<Value> {
  for (let before = await read(), tries = 0; tries < 200; tries++) {
    const now = await read();
    if (now === before) return now;
    before = now;
  }
  throw new Error('read anew each time');
}

it('gives what it knows as long as nobody writes anything, and asks again when anybody has', async () => {
  const credential = await signedIn('1 hour');
  const first = await settled(() => reader.read(credential));
  expect(first).toMatchObject({ personId, organizationId, roles: ['VIEWER'] });
  await write(`update events.event set slug = slug where id = (select id from events.event limit 1)`);
  const again = await reader.read(credential);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});

it('knows at once of what was written, and of nothing before it counts', async () => {
  const credential = await signedIn('1 hour');
  const { signInId } = credential as { signInId: string };
  await reader.read(credential);
  await write(`update members.sign_in set ended_at = now() where id = $1`, [signInId]);
  expect(await reader.read(credential)).toBeNull();
  await write(`update members.sign_in set ended_at = null where id = $1`, [signInId]);
  expect(await reader.read(credential)).toMatchObject({ personId });
});

it('knows nobody for longer than their sign-in lasts, although nobody writes anything', async () => {
  const credential = await signedIn('5 seconds');
  expect(await reader.read(credential)).toMatchObject({ personId });
  await write(`select pg_sleep(5.1)`);
  expect(await reader.read(credential)).toBeNull();
});

it.each([
  ['the public', { kind: 'none' }, 'null'],
  ['an account', { kind: 'account', personId, organizationId, signInId: null }, 'current_date + 1'],
])('of %s is said until when it counts', async (_, credential, expected) => {
  const [row] = await asAdministrator<{ said: Date | null; expected: Date | null }>(
    `select (members.viewer($1)->>'validUntil')::timestamptz as said, (${expected})::timestamptz as expected`,
    [JSON.stringify(credential)],
    database.url,
  );
  expect(row!.said).toEqual(row!.expected);
});

it('of somebody signed in is said when the sign-in ends', async () => {
  const credential = await signedIn('10 seconds');
  const [row] = await asAdministrator<{ said: Date; ends: Date }>(
    `select (members.viewer($1)->>'validUntil')::timestamptz as said, least(expires_at, current_date + 1) as ends
     from members.sign_in where id = $1::jsonb->>'signInId'`,
    [JSON.stringify(credential)],
    database.url,
  );
  expect(row!.said).toEqual(row!.ends);
});

it('forgets whom it knew when it loses its connections, as it does when the server falls', async () => {
  const credential = await signedIn('1 hour');
  const first = await settled(() => reader.read(credential));
  await write(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = current_database()`,
    [gatewayRole],
  );
  const again = await reader.read(credential).catch(() => reader.read(credential));
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});

it('tells the public the state of all data with the viewer', async () => {
  const first = await settled(() => reader.readPublic());
  expect(first.viewer.personId).toBeNull();
  await write(`update events.event set slug = slug where id = (select id from events.event limit 1)`);
  const again = await reader.readPublic();
  expect(again.dataVersion).not.toBe(first.dataVersion);
  expect(again.viewer).toEqual(first.viewer);
});
