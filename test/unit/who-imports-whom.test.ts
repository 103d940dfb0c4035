import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(__dirname, '../..');

/** What each part of the hub may import besides itself and packages. */
const allowed: Readonly<Record<string, readonly RegExp[]>> = {
  shared: [],
  gateway: [
    /^shared\//,
    /^subgraphs\/registry$/,
    /^subgraphs\/members\/seed\/(demo-accounts|coalition-members)$/,
    // What those who run a hub do to accounts: make the first one, and bring all to a new key.
    /^subgraphs\/members\/(invitation\/first-admin|account\/renew-accounts)$/,
    /^subgraphs\/campaigns\/signature\/renew-call-keys$/,
  ],
};

const imports = [...sources('shared'), ...sources('subgraphs'), ...sources('gateway')].flatMap((file) =>
  relativeImports(file).map((target) => ({ file, target })),
);

describe('imports', () => {
  it('are found at all', () => {
    expect(imports.length).toBeGreaterThan(200);
  });

  it('stay inside: shared imports nobody, the gateway imports shared and the registry', () => {
    const wrong = imports.filter(({ file, target }) => {
      const [part] = file.split('/') as [string];
      if (part === 'subgraphs' || target.startsWith(`${part}/`)) return false;
      return !allowed[part]!.some((pattern) => pattern.test(target));
    });
    expect(wrong).toEqual([]);
  });

  it('of a subgraph lead to shared and to itself, never to another subgraph or the gateway', () => {
    const wrong = imports.filter(({ file, target }) => {
      const [part, subgraph] = file.split('/') as [string, string];
      if (part !== 'subgraphs' || subgraph === 'registry.ts') return false;
      return !target.startsWith('shared/') && !target.startsWith(`subgraphs/${subgraph}/`);
    });
    expect(wrong).toEqual([]);
  });

  it('leave the environment to the settings', () => {
    const readers = [...sources('shared'), ...sources('subgraphs'), ...sources('gateway')].filter((file) =>
      /process\.env\b/.test(readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
    );
    expect(readers.sort()).toEqual(['gateway/settings.ts']);
  });
});

function sources(part: string): string[] {
  return readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(part, file));
}

function relativeImports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const specifiers = [...text.matchAll(/(?:from|import|require\()\s*'(\.[^']+)'/g)].map(
    ([, specifier]) => specifier!,
  );
  return specifiers.map((specifier) => relative(root, join(root, dirname(file), specifier)));
}
