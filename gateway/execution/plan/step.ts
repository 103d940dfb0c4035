import type { GraphQLError } from 'graphql';
import type { GatewayContext } from '../../subgraphs/subgraph-source';
import type { PlainObject } from '../plain-object';

/** One operation under way. */
export interface Run {
  readonly variables: PlainObject;
  /** The variables that decide what is fetched, defaults included. */
  readonly conditions: Conditions;
  readonly context: GatewayContext;
  /** All that subgraphs have said so far, merged. */
  readonly data: PlainObject;
  readonly errors: GraphQLError[];
}

export type Conditions = Readonly<Record<string, boolean>>;

/** A part of a plan, ready to run: it asks, merges what comes and writes down what went wrong. */
export type Step = (run: Run) => Promise<void>;
