import {
  type DefinitionNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  Source,
  separateOperations,
  validate,
} from 'graphql';
import { defaultLimits } from '../limits/limits';
import { queryLimits } from '../limits/query-limits';
import { documentId, type Manifest, type ManifestOperation } from './manifest';

/**
 * One operation of the manifest for each of the files', with the fragments that it needs from any of them, printed as
 * GraphQL clients print what they send. What does not change its text does not change its id: comments, the names of
 * files, other operations beside it.
 * @param files their text by name
 * @throws DocumentMistakes
 */
export function buildManifest(files: ReadonlyMap<string, string>, schema: GraphQLSchema): Manifest {
  const definitions = [...files].flatMap(([name, text]) => definitionsIn(name, text));
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  // Among the standard rules: no name twice, whether of operations or fragments, and no fragment that nobody spreads.
  refuse([...definitions.filter(isOperation).flatMap(withoutName), ...validate(schema, document)]);
  const operations = Object.values(separateOperations(document)).map(manifestOperation);
  refuse(operations.flatMap((operation) => beyondLimits(schema, operation)));
  return {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: operations.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** What is wrong with documents, a line for each mistake. */
export class DocumentMistakes extends Error {
  constructor(mistakes: readonly GraphQLError[]) {
    super(mistakes.map(inOneLine).join('\n'));
  }
}

function refuse(mistakes: readonly GraphQLError[]): void {
  if (mistakes.length > 0) throw new DocumentMistakes(mistakes);
}

function definitionsIn(name: string, text: string): readonly DefinitionNode[] {
  try {
    return parse(new Source(text, name)).definitions;
  } catch (error) {
    if (error instanceof GraphQLError) throw new DocumentMistakes([error]);
    throw error;
  }
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

function withoutName(operation: OperationDefinitionNode): GraphQLError[] {
  return operation.name ? [] : [new GraphQLError('An operation needs a name.', { nodes: operation })];
}

function manifestOperation({ definitions }: DocumentNode): ManifestOperation {
  const operation = definitions.find(isOperation)!;
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  fragments.sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
  const body = print({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] });
  return { id: documentId(body), name: operation.name!.value, type: operation.operation, body };
}

/** The gateway would refuse it on each request. */
function beyondLimits(schema: GraphQLSchema, { name, body }: ManifestOperation): GraphQLError[] {
  const source = new Source(body, name);
  try {
    const document = parse(source, { maxTokens: defaultLimits.tokens });
    return [...validate(schema, document, queryLimits(defaultLimits))].map(
      ({ extensions }) => new GraphQLError(String(extensions.detail), { source, positions: [0] }),
    );
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function inOneLine({ message, source, locations }: GraphQLError): string {
  return source ? `${source.name}:${locations?.[0]?.line}: ${message}` : message;
}
