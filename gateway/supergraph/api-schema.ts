import { Supergraph } from '@apollo/federation-internals';
import { printSchema } from 'graphql';

/** The schema that clients see: the supergraph without what belongs to federation. */
export function apiSchema(supergraphSdl: string): string {
  return `${printSchema(Supergraph.build(supergraphSdl).schema.toAPISchema().toGraphQLJSSchema())}\n`;
}
