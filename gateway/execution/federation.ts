import { operationFromDocument, type Schema, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, QueryPlanner } from '@apollo/query-planner';
import {
  assertValidSchema,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  separateOperations,
} from 'graphql';
import type { GatewayContext, SubgraphSource } from '../subgraphs/subgraph-source';
import { pointerFields, type Witness } from '../supergraph/pointer-fields';
import { CompiledOperation } from './compiled-operation';
import type { PlainObject } from './plain-object';
import { compilePlan, type PlanTools } from './plan/compile-plan';
import { typeConditions } from './plan/type-conditions';
import { withProofs } from './visibility/proofs';

export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: PlainObject;
}

/** A supergraph and its subgraphs: plans operations with Apollo's planner and runs them. */
export class Federation {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  private readonly apiSchema: Schema;
  private readonly planner: QueryPlanner;
  private readonly pointers: ReadonlyMap<string, Witness>;
  private readonly tools: PlanTools;
  /** The server keeps parsed documents, so that what was compiled once is found again with them. */
  private readonly compiled = new WeakMap<OperationDefinitionNode, CompiledOperation>();

  /** @throws whatever is wrong with the supergraph */
  constructor(supergraphSdl: string, subgraphs: ReadonlyMap<string, SubgraphSource>) {
    const supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: true });
    const sourceOf = (name: string) => {
      const source = subgraphs.get(name);
      if (source) return source;
      throw new Error(`The supergraph names a subgraph "${name}" that this gateway cannot reach.`);
    };
    for (const { name } of supergraph.subgraphsMetadata()) sourceOf(name);
    this.apiSchema = supergraph.apiSchema();
    this.schema = this.apiSchema.toGraphQLJSSchema();
    assertValidSchema(this.schema);
    this.planner = new QueryPlanner(supergraph);
    this.pointers = pointerFields(supergraphSdl);
    this.tools = { sourceOf, typeCondition: typeConditions(supergraph.schema) };
  }

  execute({ document, operation, variables }: Operation, context: GatewayContext): Promise<ExecutionResult> {
    return this.prepare(document, operation).run(variables, context);
  }

  /** Plans and compiles the operation, unless that was done before. */
  prepare(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation {
    const known = this.compiled.get(operation);
    if (known) return known;
    const compiled = this.compile(document, operation);
    this.compiled.set(operation, compiled);
    return compiled;
  }

  private compile(document: DocumentNode, operation: OperationDefinitionNode): CompiledOperation {
    const { schema } = this;
    const name = operation.name?.value ?? '';
    const own = separateOperations(document)[name]!;
    const { document: proved, proof } = withProofs(own, schema, this.pointers);
    const plan = this.planner.buildQueryPlan(operationFromDocument(this.apiSchema, proved));
    const step = compilePlan(plan.node as PlanNode | undefined, this.tools);
    return new CompiledOperation({ schema, document: own, operation, step, proof, pointers: this.pointers });
  }
}
