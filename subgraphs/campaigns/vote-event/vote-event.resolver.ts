import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { loadById, loadChildren } from '../../../shared/database/load-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term, termOrNull, termsOf } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Legislator } from '../legislator/legislator.entity';
import { type CountRecord, Vote, VoteCount, VoteEvent } from './vote-event.entity';

@Resolver(() => VoteEvent)
export class VoteEventResolver {
  @FieldResolver(() => [Term], { description: 'What the vote decides (`voteClassifications`).' })
  motionClassification(@Root() { motionClassification }: VoteEvent): TermRecord[] {
    return termsOf('voteClassifications', motionClassification);
  }

  @FieldResolver(() => Term, { description: 'How it ended (`voteResults`).' })
  result(@Root() { result }: VoteEvent): TermRecord {
    return term('voteResults', result);
  }

  @FieldResolver(() => Term, {
    nullable: true,
    description: 'What kind of body voted (`legislativeOrganizations`).',
  })
  organizationKind(@Root() { organizationKind }: VoteEvent): TermRecord | null {
    return termOrNull('legislativeOrganizations', organizationKind);
  }

  @FieldResolver(() => [VoteCount], { description: 'How many chose what, as the legislature counted.' })
  counts(@Root() { counts }: VoteEvent): CountRecord[] {
    return counts;
  }

  @FieldResolver(() => [Vote], { description: 'What each legislator chose, where it was recorded.' })
  votes(@Root() { id }: VoteEvent, @Ctx() context: SubgraphContext): Promise<Vote[]> {
    return loadChildren(context, Vote, id);
  }
}

@Resolver(() => VoteCount)
export class VoteCountResolver {
  @FieldResolver(() => Term, { description: 'What was chosen (`voteOptions`).' })
  option(@Root() { option }: CountRecord): TermRecord {
    return term('voteOptions', option);
  }
}

@Resolver(() => Vote)
export class VoteResolver {
  @FieldResolver(() => Term, { description: 'What was chosen (`voteOptions`).' })
  option(@Root() { option }: Vote): TermRecord {
    return term('voteOptions', option);
  }

  @FieldResolver(() => Legislator, {
    nullable: true,
    description: 'Null where the source gives a name only.',
  })
  legislator(
    @Root() { legislatorId }: Vote,
    @Ctx() context: SubgraphContext,
  ): Promise<Legislator | null> | null {
    return legislatorId === null ? null : loadById(context, Legislator, legislatorId);
  }
}
