import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The hub's own operations; the explorer offers them, too. */
export const operationsFolder = join(__dirname, 'operations');

/** Made from them by `npm run documents`, and committed. */
export const manifestFile = join(__dirname, 'manifest.json');

/** The text of one of them, with its comments. */
export function operationText(name: string): string {
  return readFileSync(join(operationsFolder, `${name}.graphql`), 'utf8');
}
