import 'reflect-metadata';
import { buildSubgraphSchema as federate } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { GraphQLScalarType, type GraphQLSchema, parse } from 'graphql';
import { GraphQLLocalDate } from 'graphql-scalars';
import {
  buildSchemaSync,
  type ClassType,
  createResolversMap,
  getMetadataStorage,
  type NonEmptyArray,
} from 'type-graphql';
import { MeasureResolver } from '../figure/measure';
import { LocalizedTextResolver } from '../language/localized-text';
import { UserErrorResolver } from '../mutation/user-errors';
import { type GuardedSchema, guard } from '../permission/shield';
import type { SubgraphContext } from '../subgraph/context';
import type { ReferenceResolver, SubgraphDefinition } from '../subgraph/definition';
import { PlaceResolver, SourceReferenceResolver } from '../taxonomy/term.type';
import { directResolvers } from './direct-resolvers';

/** How a subgraph speaks to its gateway. All of ours speak alike; a schema that others wrote may ask for more. */
export interface Federation {
  /** Which version, and which of its directives, as SDL. */
  readonly link: string;
  /** How entities are found from what the gateway holds of them. */
  readonly references: Readonly<Record<string, EntityResolver>>;
  /** Entities that no field leads to, only references. */
  readonly orphans: readonly ClassType[];
}

export type EntityResolver = (representation: never, context: SubgraphContext) => unknown;

const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@inaccessible"])';

const byRef = ({ references }: SubgraphDefinition): Federation => ({
  link: federationLink,
  references: Object.fromEntries(
    Object.entries(references).map(([type, resolve]) => [type, referenceResolver(resolve)]),
  ),
  orphans: [],
});

/** The subgraph's schema as the gateway composes it, before any permission is applied. */
export function subgraphSdl(definition: SubgraphDefinition, federation = byRef(definition)): string {
  return `${federation.link}\n\n${printSchemaWithDirectives(plainSchema(definition, federation))}\n`;
}

/** What clients send is checked; days leave as PostgreSQL has them, which knows the calendar. */
const localDate = new GraphQLScalarType({ ...GraphQLLocalDate.toConfig(), serialize: (day) => day });

/** The executable schema of a subgraph: types, then federation, then permissions on every field. */
export function buildGuardedSchema(
  definition: SubgraphDefinition,
  federation = byRef(definition),
): GuardedSchema {
  return guard(buildOpenSchema(definition, federation), definition.policy);
}

/** The same without any permission: for measuring what they cost, and for nothing that serves anybody. */
export function buildOpenSchema(
  definition: SubgraphDefinition,
  federation = byRef(definition),
): GraphQLSchema {
  const schema = plainSchema(definition, federation);
  const resolvers = createResolversMap(schema) as Record<string, Record<string, unknown>>;
  for (const [type, fields] of directResolvers(resolverClasses(definition))) {
    resolvers[type] = { ...resolvers[type], ...Object.fromEntries(fields) };
  }
  if (resolvers.LocalDate) resolvers.LocalDate = localDate as never;
  for (const [type, __resolveReference] of Object.entries(federation.references)) {
    resolvers[type] = { ...resolvers[type], __resolveReference };
  }
  const typeDefs = parse(`${federation.link}\n${printSchemaWithDirectives(schema)}`);
  return federate([{ typeDefs, resolvers: resolvers as never }]);
}

const resolverClasses = ({ resolvers }: SubgraphDefinition) => [
  ...resolvers,
  LocalizedTextResolver,
  PlaceResolver,
  SourceReferenceResolver,
  MeasureResolver,
  UserErrorResolver,
];

function plainSchema(definition: SubgraphDefinition, { orphans }: Federation): GraphQLSchema {
  // What is only read off a row needs no function of its own; graphql-js does that for nothing.
  for (const field of getMetadataStorage().fields) field.simple ??= true;
  return buildSchemaSync({
    resolvers: resolverClasses(definition) as unknown as NonEmptyArray<() => unknown>,
    // Otherwise the types of other subgraphs in the same process would be pulled in.
    orphanedTypes: [...orphans],
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
