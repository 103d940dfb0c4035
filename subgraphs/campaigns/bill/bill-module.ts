import type { SubgraphModule } from '../../../shared/subgraph/definition';
import { BillsImportResolver } from '../bills-import/bills-import';
import { Jurisdiction } from '../jurisdiction/jurisdiction.entity';
import { JurisdictionResolver } from '../jurisdiction/jurisdiction.resolver';
import { LegislativeSession } from '../legislative-session/legislative-session.entity';
import {
  BillSessionResolver,
  JurisdictionSessionsResolver,
} from '../legislative-session/legislative-session.resolver';
import { LegislativeSessionSetResolver } from '../legislative-session/legislative-session-set';
import { Legislator } from '../legislator/legislator.entity';
import { LegislatorResolver } from '../legislator/legislator.resolver';
import { Vote, VoteEvent } from '../vote-event/vote-event.entity';
import { VoteCountResolver, VoteEventResolver, VoteResolver } from '../vote-event/vote-event.resolver';
import { Bill, BillTag } from './bill.entity';
import { BillPayloadResolver } from './bill.payload';
import { BillResolver } from './bill.resolver';
import { BillAddResolver } from './bill-add';
import { BillActionResolver, BillRelationResolver, BillSponsorshipResolver } from './bill-parts.resolver';
import { BillAction, BillRelation } from './bill-parts.type';
import { BillUpdateResolver } from './bill-update';
import { BillsAheadResolver } from './bills-ahead.resolver';

/** Bills, where they are debated, who votes and how. */
export const billModule: SubgraphModule = {
  resolvers: [
    BillResolver,
    BillActionResolver,
    BillRelationResolver,
    BillSponsorshipResolver,
    BillPayloadResolver,
    BillAddResolver,
    BillUpdateResolver,
    BillsImportResolver,
    BillsAheadResolver,
    JurisdictionResolver,
    JurisdictionSessionsResolver,
    BillSessionResolver,
    LegislativeSessionSetResolver,
    LegislatorResolver,
    VoteEventResolver,
    VoteCountResolver,
    VoteResolver,
  ],
  entities: [
    Jurisdiction,
    LegislativeSession,
    Legislator,
    Bill,
    BillTag,
    BillAction,
    BillRelation,
    VoteEvent,
    Vote,
  ],
};
