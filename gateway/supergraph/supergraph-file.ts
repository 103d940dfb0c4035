import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Where the committed supergraph is. The build copies it beside the compiled code, but in a checkout the one in
 * the sources is the one that people and `git pull` change.
 */
export function supergraphFile(): string {
  const beside = join(__dirname, '..', 'supergraph.graphql');
  const inSources = beside.replace(`${sep}dist${sep}gateway${sep}`, `${sep}gateway${sep}`);
  return existsSync(inSources) ? inSources : beside;
}
