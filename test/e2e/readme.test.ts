import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits } from '../../gateway/limits/limits';
import { maximumPageSize } from '../../shared/database/page';
import { errorCodes } from '../../shared/errors';
import { maximumRows } from '../../shared/subgraph/context';
import { startTestHub, transports } from '../testkit/hub';

const root = join(__dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) =>
    text!.trim(),
  );

describe('what the README says', () => {
  it.each(transports)('is what the hub answers, over %s', async (transport) => {
    const [query] = blocks('graphql');
    const [inside, outside] = blocks('json');
    const hub = await startTestHub(transport);
    expect((await hub.ask(query!, { as: 'iom-morocco:VIEWER' })).text.trim()).toBe(inside);
    expect((await hub.ask(query!)).text.trim()).toBe(outside);
    await hub.close();
  });

  it('names commands that exist, and .ci/run runs the test line and what it leaves out', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z:-]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const testLine = /^(npm ci && npm test)\b/m.exec(readme)![1]!;
    const ran = readFileSync(join(root, '.ci/run'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('npm '));
    expect(ran).toEqual([...testLine.split(' && '), 'npm run test:redis']);
  });

  it('lists every error code, and the limits that hold', () => {
    expect(Object.keys(errorCodes).filter((code) => !readme.includes(`\`${code}\``))).toEqual([]);
    const { depth, aliases, rootFields, tokens, selections, cost } = defaultLimits;
    expect(readme).toContain(`| ${depth} · ${aliases} · ${rootFields} |`);
    expect(readme).toContain(`| ${tokens.toLocaleString('en')} |`);
    for (const limit of [selections, cost, maximumRows]) {
      expect(readme).toContain(`| ${limit.toLocaleString('en')} |`);
    }
    expect(readme).toContain(`| rows of a page | ${maximumPageSize} |`);
  });

  it('points at files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path!);
    expect(links.length).toBeGreaterThan(3);
    for (const path of links) expect(() => readFileSync(join(root, path))).not.toThrow(/ENOENT/);
  });
});
