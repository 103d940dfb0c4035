import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { snapshots } from '../../gateway/supergraph/snapshots';
import { subgraphs } from '../../subgraphs/registry';

const root = join(__dirname, '../..');

describe('the committed snapshots', () => {
  const generated = snapshots(subgraphs);

  it.each([...generated.keys()])('%s follows from the code (else: npm run snapshots)', (path) => {
    const file = join(root, path);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toBe(generated.get(path));
  });
});
