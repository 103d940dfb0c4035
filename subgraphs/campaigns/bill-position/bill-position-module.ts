import type { SubgraphModule } from '../../../shared/subgraph/definition';
import {
  LegislatorScorecardResolver,
  ScorecardResolver,
  ScoredVoteResolver,
} from '../scorecard/scorecard.resolver';
import { BillPosition } from './bill-position.entity';
import {
  BillPositionCountResolver,
  BillPositionResolver,
  BillPositionsResolver,
  OrganizationPositionsResolver,
} from './bill-position.resolver';
import { BillPositionTakeResolver } from './bill-position-take';

/** Where organisations stand on a bill, and legislators against that. */
export const billPositionModule: SubgraphModule = {
  resolvers: [
    BillPositionsResolver,
    BillPositionResolver,
    BillPositionCountResolver,
    BillPositionTakeResolver,
    OrganizationPositionsResolver,
    LegislatorScorecardResolver,
    ScorecardResolver,
    ScoredVoteResolver,
  ],
  entities: [BillPosition],
};
