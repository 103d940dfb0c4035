import type { Running } from './process';
import type { BenchRequest } from './requests';

export const targetNames = [
  'local',
  'http',
  'open',
  'floor',
  'hive-rust',
  'hive-js',
  'apollo',
  'postgraphile',
] as const;
/** And the hub that keeps answers to the public, which has a table of its own. */
export type TargetName = (typeof targetNames)[number] | 'kept';

export const targetTitles: Readonly<Record<TargetName, string>> = {
  local: 'hub, all in one process',
  kept: 'the same, keeping answers to the public',
  http: 'hub, five processes',
  open: 'hub, all in one, every guard off',
  floor: 'floor: one SQL statement',
  'hive-rust': 'Hive Gateway, Rust planner',
  'hive-js': 'Hive Gateway, JavaScript planner',
  apollo: 'Apollo Gateway, as it comes',
  postgraphile: 'PostGraphile 5, no guards',
};

/** Gateways of others, which ask the same guarded subgraphs. */
export const peerGateways: readonly TargetName[] = ['hive-rust', 'hive-js', 'apollo'];

/** Something that answers `POST /graphql` on this machine. */
export interface Target extends Running {
  readonly name: TargetName;
  /** Where they are no children of its own; empty where it has none. */
  readonly subgraphPids?: readonly number[];
  readonly dialect?: Dialect;
}

/** Of a target with another schema than ours: the same question in its words, and its answer in ours. */
export interface Dialect {
  ask(request: BenchRequest): BenchRequest;
  read(text: string, request: BenchRequest): unknown;
}
