import 'reflect-metadata';
import type { SubgraphDefinition } from '../shared/subgraph/definition';
import { campaigns } from './campaigns/subgraph';
import { events } from './events/subgraph';
import { legal } from './legal/subgraph';
import { members } from './members/subgraph';

/** The one list of subgraphs: starting, migrating, seeding, composing and the security tests all loop over it. */
export const subgraphs: readonly SubgraphDefinition[] = [members, campaigns, legal, events];
