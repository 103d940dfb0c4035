import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

export interface SubgraphSchema {
  readonly name: string;
  readonly sdl: string;
}

/**
 * Composes the schemas of all subgraphs into the supergraph that the gateway serves. Routing addresses in it
 * are placeholders: where a subgraph really listens is a setting, and this file is committed.
 * @throws Error that lists what does not fit, one line each
 */
export function composeSupergraph(subgraphs: readonly SubgraphSchema[]): string {
  const { supergraphSdl, errors } = composeServices(
    subgraphs.map(({ name, sdl }) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) })),
  );
  if (errors?.length) {
    const lines = errors.map(({ message, extensions }) => `- ${extensions?.code ?? 'ERROR'}: ${message}`);
    throw new Error(`The subgraphs do not compose:\n${lines.join('\n')}`);
  }
  return supergraphSdl as string;
}
