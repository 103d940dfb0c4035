import type { PlanNode } from '@apollo/query-planner';
import type { SubgraphSource } from '../../subgraphs/subgraph-source';
import { compileEntityFetch } from './entity-fetch';
import type { PlanPath } from './places';
import { compileRootFetch } from './root-fetch';
import type { Step } from './step';
import type { TypeCondition } from './type-conditions';

export interface PlanTools {
  readonly sourceOf: (subgraph: string) => SubgraphSource;
  readonly typeCondition: (name: string) => TypeCondition;
}

/** Turns a plan into functions, so that nothing about it has to be found out again when it runs. */
export function compilePlan(node: PlanNode | undefined, tools: PlanTools, path: PlanPath = []): Step {
  switch (node?.kind) {
    case undefined:
      return nothing;
    case 'Fetch':
      return node.requires ? compileEntityFetch(node, path, tools) : compileRootFetch(node, path, tools);
    case 'Flatten':
      return compilePlan(node.node, tools, [...path, ...node.path.map(String)]);
    case 'Sequence':
      return inSequence(node.nodes.map((each) => compilePlan(each, tools, path)));
    case 'Parallel':
      return atOnce(node.nodes.map((each) => compilePlan(each, tools, path)));
    case 'Condition': {
      const [met, unmet] = [node.ifClause, node.elseClause].map((each) => compilePlan(each, tools, path));
      return (run) => (run.conditions[node.condition] ? met! : unmet!)(run);
    }
    case 'Defer':
      throw new Error('The hub offers no @defer.');
  }
}

const nothing: Step = async () => undefined;

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function atOnce(steps: readonly Step[]): Step {
  return async (run) => void (await Promise.all(steps.map((step) => step(run))));
}
