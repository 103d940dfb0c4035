import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { pointerFields, type Witness } from './pointer-fields';

type Gateway = Required<Pick<ApolloServerOptions<BaseContext>, 'gateway'>>['gateway'];

/**
 * A subgraph hands out a pointer at an entity that another one keeps without knowing whether the viewer may see it. Where
 * a client asks for the entity's `__typename`, for what other subgraphs add to it or for fields that may be null, nobody
 * would have asked the one that knows, and the pointer would stand in the answer as an object: so there is something. Each
 * operation therefore also asks for a field by which the entity proves that it is there, and the answer goes out without
 * it. The plan is the same where that subgraph is asked anyway.
 */
export function withVisibleEntities(gateway: ApolloGateway): NonNullable<Gateway> {
  let prove: (document: DocumentNode) => Proved = (document) => ({ document, proof: null });
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    const pointers = pointerFields(coreSupergraphSdl);
    // The server keeps parsed documents, so that what was written once is found again with them.
    const known = new WeakMap<DocumentNode, Proved>();
    prove = (document) => {
      const proved = known.get(document) ?? withProofs(document, apiSchema, pointers);
      known.set(document, proved);
      return proved;
    };
  });
  return {
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    async load(options) {
      const { executor } = await gateway.load(options);
      return {
        executor: async (context) => {
          const { document, proof } = prove(context.document);
          if (proof === null) return executor(context);
          const answer = await executor({ ...context, document });
          withoutProofs(proof, answer.data, (answer.errors ?? []).map(pathOf));
          return answer;
        },
      };
    },
  };
}

interface Proved {
  readonly document: DocumentNode;
  /** The name under which proofs stand in the answer; null when none were needed. */
  readonly proof: string | null;
}

/** The document with a proof in every selection on a pointer. Exported for its test. */
export function withProofs(
  document: DocumentNode,
  schema: GraphQLSchema,
  pointers: ReadonlyMap<string, Witness>,
): Proved {
  const types = new TypeInfo(schema);
  const proof = unusedName(document);
  let needed = false;
  const proved = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave(field) {
          const witness = pointers.get(`${types.getParentType()?.name}.${field.name.value}`);
          if (!witness || !field.selectionSet) return undefined;
          needed = true;
          const selections = [...field.selectionSet.selections, proofOf(proof, witness)];
          return { ...field, selectionSet: { ...field.selectionSet, selections } };
        },
      },
    }),
  );
  return needed ? { document: proved, proof } : { document, proof: null };
}

function proofOf(name: string, { field, isObject }: Witness): FieldNode {
  const text = `{ ${name}: ${field}${isObject ? ' { __typename }' : ''} }`;
  const [operation] = parse(text, { noLocation: true }).definitions;
  return (operation as { selectionSet: { selections: readonly FieldNode[] } }).selectionSet.selections[0]!;
}

/** A name that stands nowhere in the document. */
function unusedName(document: DocumentNode): string {
  const used = new Set<string>();
  visit(document, { [Kind.NAME]: ({ value }) => void used.add(value) });
  let name = 'isVisible';
  while (used.has(name)) name += '_';
  return name;
}

/** Where an error happened, to be written on; `@` is every element of a list. */
type Path = (string | number)[];

const pathOf = (error: { path?: readonly (string | number)[] | undefined }) => (error.path ?? []) as Path;

/**
 * Takes the proofs out of an answer, and out of its lists the places of those that could not give one: the list is
 * shorter, as if they were not there, and errors count its places anew. Where one of them failed by itself its null stays;
 * where nobody could be asked for any, the list itself is null, or it would tell how long it is. Exported for its test.
 * @param errors those that lead to this value, and how many of their steps have led here
 */
export function withoutProofs(proof: string, value: unknown, errors: readonly Path[], steps = 0): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return shortened(proof, value, errors, steps);
  const fields = value as Record<string, unknown>;
  delete fields[proof];
  for (const [name, field] of Object.entries(fields)) {
    if (typeof field !== 'object') continue;
    const here = errors.filter((path) => path[steps] === name);
    fields[name] = withoutProofs(proof, field, here, steps + 1);
  }
  return fields;
}

function shortened(proof: string, list: unknown[], errors: readonly Path[], steps: number): unknown[] | null {
  const nobodyAsked = errors.some((path) => path[steps] === '@' && path.length === steps + 1);
  if (nobodyAsked && list.length > 0 && list.every((one) => one === null)) return null;
  const kept: unknown[] = [];
  for (const [place, one] of list.entries()) {
    const through = errors.filter((path) => path[steps] === place);
    const everywhere = errors.filter((path) => path[steps] === '@');
    if (one === null && through.length === 0) continue;
    kept.push(withoutProofs(proof, one, [...through, ...everywhere], steps + 1));
    for (const path of through) path[steps] = kept.length - 1;
  }
  return kept;
}
