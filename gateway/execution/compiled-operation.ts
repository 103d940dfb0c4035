import {
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { GatewayContext } from '../subgraphs/subgraph-source';
import type { Witness } from '../supergraph/pointer-fields';
import { conditionsOf, type ReadConditions } from './conditions';
import { compileIntrospection, type Introspect, isIntrospection } from './introspection';
import { type PlainObject, write } from './plain-object';
import type { Path } from './plan/places';
import type { Conditions, Run, Step } from './plan/step';
import { type Selection, selectedFields } from './shape/selected-fields';
import { rootShape } from './shape/shape';
import { withoutHiddenPlaces } from './visibility/hidden-places';

export interface OperationParts {
  readonly schema: GraphQLSchema;
  /** The operation and its fragments. */
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly step: Step;
  /** The name of the proofs in what subgraphs answer; null when the operation follows no pointer. */
  readonly proof: string | null;
  readonly pointers: ReadonlyMap<string, Witness>;
}

/** How an answer is made once the conditions are known. */
interface Variant {
  readonly shape: (data: PlainObject) => PlainObject | null;
  readonly introspections: readonly (readonly [name: string, Introspect])[];
}

/** A document with many conditions has more variants than are worth keeping. */
const keptVariants = 16;

/** One operation of a document, with everything found out that does not depend on a request. */
export class CompiledOperation {
  private readonly readConditions: ReadConditions;
  private readonly fragments: readonly FragmentDefinitionNode[];
  private readonly variants = new Map<string, Variant>();

  constructor(private readonly parts: OperationParts) {
    const { document, operation } = parts;
    this.readConditions = conditionsOf(document, operation);
    this.fragments = document.definitions.filter(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION,
    );
  }

  async run(variables: PlainObject, context: GatewayContext): Promise<ExecutionResult> {
    const { schema, step, proof } = this.parts;
    const conditions = this.readConditions(variables);
    const run: Run = { variables, conditions, context, data: {}, errors: [] };
    await step(run);
    const { data, errors } = run;
    const failed = errors.length > 0;
    const { shape, introspections } = this.variantFor(conditions, failed);
    for (const [name, introspect] of introspections) write(data, name, introspect(schema, variables));
    const answer = shape(data);
    if (!failed) return { data: answer };
    if (proof !== null)
      withoutHiddenPlaces(
        answer,
        errors.map(({ path = [] }) => path as Path),
      );
    return { errors, data: answer };
  }

  private variantFor(conditions: Conditions, failed: boolean): Variant {
    const key = Object.values(conditions).map(Number).join('') + (failed ? '!' : '');
    const known = this.variants.get(key);
    if (known) return known;
    const variant = this.compile(conditions, failed);
    if (this.variants.size < keptVariants) this.variants.set(key, variant);
    return variant;
  }

  private compile(conditions: Conditions, failed: boolean): Variant {
    const { schema, operation, proof, pointers } = this.parts;
    const parent = schema.getRootType(operation.operation)!;
    const root: Selection = { set: operation.selectionSet, parent };
    const fragments = new Map(this.fragments.map((fragment) => [fragment.name.value, fragment]));
    const selecting = { schema, fragments, conditions };
    return {
      shape: rootShape(
        {
          ...selecting,
          proof,
          witnessOf: (type, field) => pointers.get(`${type}.${field}`),
          // With errors it depends on them which places are left out.
          leavesOut: proof !== null && !failed,
        },
        root,
      ),
      introspections: [...selectedFields(selecting, [root], parent)]
        .filter(([, occurrences]) => isIntrospection(occurrences))
        .map(([name, occurrences]) => [
          name,
          compileIntrospection(name, occurrences, operation, this.fragments),
        ]),
    };
  }
}
