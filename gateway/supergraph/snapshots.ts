import { accessMatrix } from '../../shared/permission/access-matrix';
import { rowSecuritySql } from '../../shared/permission/row-security';
import { subgraphSdl } from '../../shared/schema/build-subgraph-schema';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { composeSupergraph } from './compose';

export const supergraphPath = 'gateway/supergraph.graphql';

/**
 * The generated files that are committed, by their path in the repository: a reviewer reads what changed, and a
 * test fails when they no longer follow from the code.
 */
export function snapshots(subgraphs: readonly SubgraphDefinition[]): Map<string, string> {
  const files = new Map<string, string>();
  const schemas = subgraphs.map((subgraph) => ({ name: subgraph.name, sdl: subgraphSdl(subgraph) }));
  for (const { name, policy } of subgraphs) {
    const folder = `subgraphs/${name}/snapshots`;
    files.set(`${folder}/access-matrix.md`, accessMatrix(name, policy));
    files.set(`${folder}/row-security.sql`, rowSecuritySql(name, policy));
  }
  for (const { name, sdl } of schemas) files.set(`subgraphs/${name}/snapshots/schema.graphql`, sdl);
  files.set(supergraphPath, `${composeSupergraph(schemas)}\n`);
  return files;
}
