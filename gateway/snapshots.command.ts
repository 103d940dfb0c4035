import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { subgraphs } from '../subgraphs/registry';
import { apiSchema } from './supergraph/api-schema';
import { snapshots, supergraphPath } from './supergraph/snapshots';

const files = snapshots(subgraphs);
// Only on purpose: from then on a test holds every later version to this schema.
if (process.argv.includes('--release')) {
  files.set('test/schema/released-api.graphql', apiSchema(files.get(supergraphPath)!));
}

/** `npm run snapshots [-- --release]`: writes the generated files anew, from the repository's root. */
for (const [path, text] of files) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(path);
}
