import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../../gateway/audit.command';
import { startCluster } from '../../gateway/postgres/cluster';
import type { Settings } from '../../gateway/settings';
import { administratorPassword } from '../../gateway/start/embedded-database';
import { prepareDatabase } from '../../gateway/start/prepare-database';
import { generateTokenKey } from '../../shared/identity/token-keys';
import { seedId } from '../../shared/schema/type-id';
import { subgraphs } from '../../subgraphs/registry';
import { asAdministrator, ownDatabase, testSecret } from '../testkit/database';

const mima = seedId('Organization', 'mima');
const bicf = seedId('Organization', 'bicf');
const odd = 'a "quoted" \\ back\nslash\ttab \u0001 \u007f تحالف 🕊 </x>';
const settings = (changes: Partial<Settings>) =>
  ({
    secret: testSecret,
    tokenPrivateKey: generateTokenKey(),
    previousTokenKeys: [],
    previousIdentitySecrets: [],
    demo: false,
    ...changes,
  }) as unknown as Settings;

/** Rows in the logs of two organisations, in two subgraphs. */
async function writeLog(url: string): Promise<void> {
  const log = (schema: string, owner: string, subjects: string[]) =>
    asAdministrator(
      `select ${schema}.log_append($1, 'r', 'campaign.internal', 'CampaignInternal', array[subject, 'null'])
       from unnest($2::text[]) subject`,
      [owner, subjects],
      url,
    );
  const rows = (count: number) => Array.from({ length: count }, (_, index) => `${odd} ${index}`);
  await log('campaigns', mima, rows(5));
  await log('campaigns', bicf, rows(2));
  await log('members', mima, rows(2));
}

/** What somebody does who owns the database and knows how the chain is made. */
const writeChainAnew = (organization: string) => `do $$
declare one campaigns.audit_entry; last bytea := '';
begin
  for one in select * from campaigns.audit_entry where organization_id = '${organization}' order by sequence loop
    one.hash := sha256(last || convert_to(campaigns.audit_text(one), 'UTF8'));
    update campaigns.audit_entry set hash = one.hash where organization_id = one.organization_id and sequence = one.sequence;
    last := one.hash;
  end loop;
  update campaigns.audit_head set hash = last, sequence = one_last.n, at = one_last.at
  from (select sequence as n, at from campaigns.audit_entry where organization_id = '${organization}'
    order by sequence desc limit 1) one_last where organization_id = '${organization}';
end $$`;

describe('npm run audit', () => {
  let database: Awaited<ReturnType<typeof ownDatabase>>;
  let hub: Settings;
  let folder: string;
  const administrator = (text: string) => asAdministrator(text, [], database.url);

  beforeAll(async () => {
    database = await ownDatabase();
    hub = settings({ databaseUrl: database.url });
    folder = await mkdtemp(join(tmpdir(), 'tahaluf-audit-'));
  });
  beforeEach(async () => {
    for (const { name } of subgraphs) await administrator(`truncate ${name}.audit_entry, ${name}.audit_head`);
    await writeLog(database.url);
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  async function headsFile(): Promise<string> {
    const file = join(folder, 'heads');
    await writeFile(file, `${(await audit(hub, ['heads'])).text}\n`);
    return file;
  }

  it('finds nothing wrong with what the hub wrote, odd characters and all', async () => {
    expect(await audit(hub, ['verify'])).toEqual({
      text: 'Every chain holds (chains: 3, entries: 9).',
      holds: true,
    });
    expect(await audit(hub, ['verify', 'mima'])).toEqual({
      text: 'Every chain holds (chains: 2, entries: 7).',
      holds: true,
    });
    expect(await audit(hub, ['check', await headsFile()])).toMatchObject({ holds: true });
  });

  it.each([
    ['what was done', `update campaigns.audit_entry set operation = 'u' where sequence = 3`, 3, 'ALTERED'],
    [
      'when',
      `update campaigns.audit_entry set at = at + interval '1 microsecond' where sequence = 2`,
      2,
      'ALTERED',
    ],
    ['who', `update campaigns.audit_entry set person_id = 'per_x' where sequence = 1`, 1, 'ALTERED'],
    [
      'which records',
      `update campaigns.audit_entry set subject_ids = subject_ids[:1] where sequence = 4`,
      4,
      'ALTERED',
    ],
    ['an id', `update campaigns.audit_entry set id = id || '0' where sequence = 4`, 4, 'ALTERED'],
    ['a hash', `update campaigns.audit_entry set hash = sha256('x') where sequence = 5`, 5, 'ALTERED'],
    ['a row in the middle', 'delete from campaigns.audit_entry where sequence = 3', 3, 'MISSING'],
    ['the first row', 'delete from campaigns.audit_entry where sequence = 1', 1, 'MISSING'],
    ['the tail', 'delete from campaigns.audit_entry where sequence > 3', 4, 'MISSING'],
    ['all rows', 'delete from campaigns.audit_entry', 1, 'MISSING'],
    ['the head', `delete from campaigns.audit_head`, 5, 'HEAD'],
    ['what the head says', `update campaigns.audit_head set hash = sha256('x')`, 5, 'HEAD'],
    ['how long the head says it is', `update campaigns.audit_head set sequence = 4`, 5, 'HEAD'],
  ])('names the first broken link: %s', async (_what, damage, sequence, reason) => {
    await administrator(
      /where/.test(damage)
        ? `${damage} and organization_id = '${mima}'`
        : `${damage} where organization_id = '${mima}'`,
    );
    const { text, holds } = await audit(hub, ['verify']);
    expect(holds).toBe(false);
    expect(text.split('\n')).toEqual([
      expect.stringMatching(new RegExp(`^campaigns ${mima}: entry ${sequence} .*\\[${reason}\\]$`)),
    ]);
    // The chains of others still hold.
    expect(await audit(hub, ['verify', 'bicf'])).toMatchObject({ holds: true });
  });

  it('names every chain that is broken', async () => {
    await administrator('delete from campaigns.audit_entry where sequence = 2');
    const { text } = await audit(hub, ['verify']);
    expect(text.split('\n')).toHaveLength(2);
  });

  it('notices by the signed heads that a chain was written anew as a whole', async () => {
    const file = await headsFile();
    await administrator(
      `update campaigns.audit_entry set person_id = 'per_x' where sequence = 2 and organization_id = '${mima}'`,
    );
    await administrator(writeChainAnew(mima));
    // Nothing in the database gives it away.
    expect(await audit(hub, ['verify'])).toMatchObject({ holds: true });
    expect(await audit(hub, ['check', file])).toEqual({
      text: expect.stringMatching(new RegExp(`^campaigns ${mima}: entry 5 .*\\[REWRITTEN\\]$`)),
      holds: false,
    });
  });

  it('notices by the signed heads that the end was cut off, head and all', async () => {
    const file = await headsFile();
    await administrator(
      `delete from campaigns.audit_entry where sequence > 3 and organization_id = '${mima}'`,
    );
    await administrator(writeChainAnew(mima));
    expect(await audit(hub, ['verify'])).toMatchObject({ holds: true });
    expect((await audit(hub, ['check', file])).text).toContain(`campaigns ${mima}: entry 4 is missing.`);
  });

  it('notices by the signed heads that a whole chain is gone', async () => {
    const file = await headsFile();
    await administrator(`delete from campaigns.audit_entry where organization_id = '${bicf}'`);
    await administrator(`delete from campaigns.audit_head where organization_id = '${bicf}'`);
    expect(await audit(hub, ['verify'])).toMatchObject({ holds: true });
    expect((await audit(hub, ['check', file])).text).toContain(`campaigns ${bicf}: entry 1 is missing.`);
  });

  it('goes on holding while the log grows after its heads were signed', async () => {
    const file = await headsFile();
    await writeLog(database.url);
    expect(await audit(hub, ['check', file])).toMatchObject({ holds: true });
  });

  it('takes no heads that this hub did not sign, or that were changed since', async () => {
    const file = await headsFile();
    const another = settings({ databaseUrl: database.url, tokenPrivateKey: generateTokenKey() });
    await expect(audit(another, ['check', file])).rejects.toMatchObject({ code: 'COMMAND_REFUSED' });
    const { text } = await audit(hub, ['heads']);
    const [header, , signature] = text.split('.');
    const forged = Buffer.from(JSON.stringify({ at: new Date().toISOString(), heads: [] })).toString(
      'base64url',
    );
    await writeFile(file, `${header}.${forged}.${signature}`);
    await expect(audit(hub, ['check', file])).rejects.toMatchObject({ code: 'COMMAND_REFUSED' });
  });

  it.each([
    [[]],
    [['nothing']],
    [['check']],
    [['verify', 'no-such']],
    [['check', '/no/such/file']],
  ])('refuses %p', async (words) => {
    await expect(audit(hub, words)).rejects.toMatchObject({ code: 'COMMAND_REFUSED' });
  });
});

it('works on the embedded database while its hub runs and while it is stopped', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tahaluf-audit-'));
  const hub = settings({ dataDirectory: folder });
  const password = administratorPassword(testSecret);
  try {
    await expect(audit(hub, ['verify'])).rejects.toMatchObject({ code: 'DATABASE_MISSING' });
    const cluster = await startCluster({ dataDirectory: folder, password, durable: false });
    try {
      await prepareDatabase({ adminUrl: cluster.adminUrl, subgraphs, secret: testSecret, demo: false });
      await writeLog(cluster.adminUrl);
      expect(await audit(hub, ['verify'])).toEqual({
        text: 'Every chain holds (chains: 3, entries: 9).',
        holds: true,
      });
    } finally {
      await cluster.stop();
    }
    expect(await audit(hub, ['verify', 'bicf'])).toEqual({
      text: 'Every chain holds (chains: 1, entries: 2).',
      holds: true,
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});
