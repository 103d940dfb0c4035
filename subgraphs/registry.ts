import 'reflect-metadata';
import type { SubgraphDefinition } from '../shared/subgraph/definition';
import { members } from './members/subgraph';

/** The one list of subgraphs: starting, migrating, seeding, composing and the security tests all loop over it. */
export const subgraphs: readonly SubgraphDefinition[] = [members];
