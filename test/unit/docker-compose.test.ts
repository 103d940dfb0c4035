import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadKeys, loadSecret } from '../../gateway/keys/load-keys';
import { holdSubgraphKeys } from '../../gateway/keys/subgraph-keys';
import { readSettings, readSubgraphSettings } from '../../gateway/settings';
import { mintToken, verifyToken } from '../../shared/identity/token';
import { subgraphs } from '../../subgraphs/registry';

const root = join(__dirname, '../..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };
const names = subgraphs.map(({ name }) => name);

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, unknown>>;
}

/** No Docker engine is needed to know that the file is right: its schema, and what the hub's settings expect. */
describe('docker-compose.yml', () => {
  it('fits the compose schema', () => {
    expect(complaints(text)).toBe('');
    expect(complaints(text.replace('healthcheck:', 'healthchek:'))).not.toBe('');
  });

  it('runs the gateway, PostgreSQL, the preparation and every subgraph of the registry, and nothing else', () => {
    expect(Object.keys(services).sort()).toEqual([...names, 'gateway', 'postgres', 'prepare'].sort());
    for (const name of names) {
      expect(services[name]!.command).toEqual(['node', 'dist/gateway/serve-subgraph.js', name]);
      expect(services.gateway!.depends_on).toHaveProperty(name);
    }
  });

  it('checks the health of everything that keeps running', () => {
    const unchecked = Object.entries(services).filter(
      ([name, { healthcheck }]) => name !== 'prepare' && !healthcheck,
    );
    expect(unchecked).toEqual([]);
  });

  it('holds no secret, and gives each process only what it needs', () => {
    const secrets = Object.values(services).flatMap(({ environment = {} }) =>
      Object.entries(environment).filter(([name]) => /SECRET|KEY|PASSWORD|DATABASE_URL/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(10);
    const given = secrets.filter(
      ([name, value]) =>
        !(/PREVIOUS/.test(name) ? /^\$\{[A-Z_]+:-\}$/ : /^\$\{[A-Z_]+:\?[^}]+\}$/).test(value),
    );
    expect(given).toEqual([]);
    for (const name of names) expect(services[name]!.environment).not.toHaveProperty('HUB_SECRET');
    const knowing = (setting: string) =>
      Object.keys(services).filter((name) => setting in (services[name]!.environment ?? {}));
    expect(knowing('HUB_TOKEN_PRIVATE_KEY')).toEqual(['members']);
    expect(knowing('HUB_IDENTITY_SECRET')).toEqual(['members', 'campaigns', 'gateway']);
    expect(knowing('SUBGRAPH_PREVIOUS_KEYS').sort()).toEqual([...names].sort());
  });

  it('is understood by the settings, with what "npm run compose-env" makes', async () => {
    const made = composeEnvironment();
    const variables = new Set([...text.matchAll(/\$\{([A-Z_]+):/g)].map(([, name]) => name!));
    expect([...variables].sort()).toEqual(Object.keys(made).sort());
    const gateway = readSettings(names, filled(services.gateway!, made));
    expect(Object.keys(gateway.subgraphUrls).sort()).toEqual([...names].sort());
    expect(gateway).toMatchObject({ demo: false, transport: 'http', host: '0.0.0.0' });
    const keys = await loadKeys({ ...gateway, dataDirectory: '/nowhere' });
    expect(keys.secret).not.toBe(made.HUB_SECRET);
    const members = subgraphs.find(({ identityKeys }) => identityKeys)!;
    const own = holdSubgraphKeys(members, readSubgraphSettings(filled(services.members!, made))).identity!;
    expect(own.identity.accepted).toEqual(keys.identity.accepted);
    const subject = { personId: 'per_1', organizationId: 'org_1' };
    expect(await verifyToken(keys.token, await mintToken(own.token!, subject))).toMatchObject(subject);
    await expect(mintToken(keys.token, subject)).rejects.toThrow(/verified only/);
    const prepare = readSettings(names, filled(services.prepare!, made));
    expect(await loadSecret({ ...prepare, dataDirectory: '/nowhere' })).toBe(made.HUB_SECRET);
    expect(prepare.databaseUrl).toBe(made.ADMIN_DATABASE_URL);
    for (const name of names) {
      const own = readSubgraphSettings(filled(services[name]!, made));
      expect(gateway.subgraphKeys[name]).toBe(own.key);
      expect(own.port).toBe(Number(new URL(gateway.subgraphUrls[name]!).port));
      expect(new URL(own.databaseUrl).username).toBe(`tahaluf_${name}`);
    }
  });
});

function filled({ environment = {} }: Service, values: Record<string, string>): Record<string, string> {
  const fill = (value: unknown) =>
    String(value).replace(/\$\{([A-Z_]+):[^}]*\}/, (_all, name: string) => values[name]!);
  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]));
}

function composeEnvironment(): Record<string, string> {
  const { stdout } = spawnSync(process.execPath, [join(root, 'dist/gateway/compose-env.command.js')], {
    encoding: 'utf8',
  });
  const lines = [...stdout.matchAll(/^([A-Z_]+)='([^']*)'$/gm)];
  return Object.fromEntries(lines.map(([, name, value]) => [name!, value!]));
}

/** What a linter that knows the compose schema says; only its errors, its taste is not ours. */
function complaints(compose: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tahaluf-compose-'));
  writeFileSync(join(folder, 'docker-compose.yml'), compose);
  const dclint = join(root, 'node_modules/dclint/bin/dclint.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [dclint, '--quiet', folder], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  return status === 0 ? '' : `${stdout}${stderr}`;
}
