import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { apiSchema } from '../supergraph/api-schema';
import { supergraphFile } from '../supergraph/supergraph-file';
import { buildManifest } from './build-manifest';
import type { Manifest } from './manifest';

/**
 * The manifest of the `.graphql` files of a folder and the folders in it, checked against the committed supergraph.
 * @throws DocumentMistakes
 */
export function manifestOfFolder(folder: string): Manifest {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.graphql'))
    .sort();
  const files = new Map(names.map((name) => [join(folder, name), readFileSync(join(folder, name), 'utf8')]));
  return buildManifest(files, buildSchema(apiSchema(readFileSync(supergraphFile(), 'utf8'))));
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
