import 'reflect-metadata';
import { buildSubgraphSchema as federate } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { MeasureResolver } from '../figure/measure';
import { LocalizedTextResolver } from '../language/localized-text';
import { UserErrorResolver } from '../mutation/user-errors';
import { guard } from '../permission/shield';
import type { SubgraphContext } from '../subgraph/context';
import type { ReferenceResolver, SubgraphDefinition } from '../subgraph/definition';
import { PlaceResolver, SourceReferenceResolver } from '../taxonomy/term.type';

const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@inaccessible"])';

/** The subgraph's schema as the gateway composes it, before any permission is applied. */
export function subgraphSdl(definition: SubgraphDefinition): string {
  return `${federationLink}\n\n${printSchemaWithDirectives(plainSchema(definition))}\n`;
}

/** The executable schema of a subgraph: types, then federation, then permissions on every field. */
export function buildGuardedSchema(definition: SubgraphDefinition): GraphQLSchema {
  return guard(buildOpenSchema(definition), definition.policy);
}

/** The same without any permission: for measuring what they cost, and for nothing that serves anybody. */
export function buildOpenSchema(definition: SubgraphDefinition): GraphQLSchema {
  const schema = plainSchema(definition);
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const [type, resolve] of Object.entries(definition.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference: referenceResolver(resolve) };
  }
  const typeDefs = parse(`${federationLink}\n${printSchemaWithDirectives(schema)}`);
  return federate([{ typeDefs, resolvers: resolvers as never }]);
}

function plainSchema(definition: SubgraphDefinition): GraphQLSchema {
  return buildSchemaSync({
    resolvers: [
      ...definition.resolvers,
      LocalizedTextResolver,
      PlaceResolver,
      SourceReferenceResolver,
      MeasureResolver,
      UserErrorResolver,
    ] as unknown as NonEmptyArray<() => unknown>,
    // Otherwise the types of other subgraphs in the same process would be pulled in.
    orphanedTypes: [],
    validate: false,
    // Federation's directives are defined by the link, not by this schema.
    skipCheck: true,
  });
}

/** Async, because a reference resolver that throws at once takes the answers for all other references with it. */
const referenceResolver =
  (resolve: ReferenceResolver) =>
  async ({ ref }: { ref: unknown }, context: SubgraphContext): Promise<unknown> =>
    typeof ref === 'string' ? resolve(ref, context) : null;
