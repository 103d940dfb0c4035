import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term, termOrNull, termsOf } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Legislator } from '../legislator/legislator.entity';
import { Bill } from './bill.entity';
import { loadRelated } from './bill.repository';
import { BillAction, BillRelation, BillSponsorship, type SponsorshipRecord } from './bill-parts.type';

@Resolver(() => BillAction)
export class BillActionResolver {
  @FieldResolver(() => Term, {
    nullable: true,
    description: 'What kind of body acts (`legislativeOrganizations`).',
  })
  organizationKind(@Root() { organizationKind }: BillAction): TermRecord | null {
    return termOrNull('legislativeOrganizations', organizationKind);
  }

  @FieldResolver(() => [Term], { description: 'What it does to the bill (`billActionClassifications`).' })
  classification(@Root() { classification }: BillAction): TermRecord[] {
    return termsOf('billActionClassifications', classification);
  }
}

@Resolver(() => BillRelation)
export class BillRelationResolver {
  @FieldResolver(() => Term, { description: 'What the other bill is to this one (`billRelationTypes`).' })
  relationType(@Root() { relationType }: BillRelation): TermRecord {
    return term('billRelationTypes', relationType);
  }

  @FieldResolver(() => Bill, { nullable: true, description: 'The other bill; null until it is known here.' })
  bill(@Root() relation: BillRelation, @Ctx() context: SubgraphContext): Promise<Bill | null> {
    return loadRelated(context, relation);
  }
}

@Resolver(() => BillSponsorship)
export class BillSponsorshipResolver {
  @FieldResolver(() => Legislator, {
    nullable: true,
    description: 'Null where the source gives a name only.',
  })
  legislator(
    @Root() { legislatorId }: SponsorshipRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<Legislator | null> | null {
    return legislatorId === null ? null : loadById(context, Legislator, legislatorId);
  }
}
