import { GraphQLLocalDate } from 'graphql-scalars';
import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { loadById } from '../../../shared/database/load-rows';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { type TermRecord, term } from '../../../shared/taxonomy/term';
import { Term } from '../../../shared/taxonomy/term.type';
import { Bill } from '../bill/bill.entity';
import { Legislator } from '../legislator/legislator.entity';
import { loadScoredVotes, type ScoredVote } from './scorecard.repository';
import { type VoteAgreement, voteAgreement } from './vote-agreement';

@ObjectType('ScoredVote', {
  description: 'A recorded vote, beside what the coalition thought of the bill on that day.',
})
class ScoredVoteType {
  @Field(() => GraphQLLocalDate, { description: 'The day of the vote.' })
  date!: string;
}

@ObjectType({
  description:
    'How a legislator voted on bills on which the coalition took sides: by its position in force on the day of each vote, as far as you may see it.',
})
class Scorecard {
  @Field(() => Int, { description: 'How many votes were with the coalition.' })
  agreed!: number;

  @Field(() => Int, { description: 'How many were against it.' })
  disagreed!: number;

  @Field(() => Int, { description: 'How many were neither yes nor no: absent, abstaining, excused.' })
  notCast!: number;

  readonly scored!: readonly ScoredVote[];
}

@Resolver(() => Legislator)
export class LegislatorScorecardResolver {
  @FieldResolver(() => Scorecard, {
    nullable: true,
    description: 'Their votes against the coalition’s positions.',
  })
  async scorecard(@Root() { id }: Legislator, @Ctx() context: SubgraphContext): Promise<Scorecard> {
    const scored = await loadScoredVotes(context, id);
    const count = (wanted: VoteAgreement) =>
      scored.filter(({ option, stance }) => voteAgreement(option, stance) === wanted).length;
    return { agreed: count('AGREED'), disagreed: count('DISAGREED'), notCast: count('NOT_CAST'), scored };
  }
}

@Resolver(() => Scorecard)
export class ScorecardResolver {
  @FieldResolver(() => [ScoredVoteType], { description: 'The votes, the latest first.' })
  votes(@Root() { scored }: Scorecard): readonly ScoredVote[] {
    return scored;
  }
}

@Resolver(() => ScoredVoteType)
export class ScoredVoteResolver {
  @FieldResolver(() => Bill, { nullable: true, description: 'The bill.' })
  bill(@Root() { billId }: ScoredVote, @Ctx() context: SubgraphContext): Promise<Bill | null> {
    return loadById(context, Bill, billId);
  }

  @FieldResolver(() => Term, { description: 'What they chose (`voteOptions`).' })
  option(@Root() { option }: ScoredVote): TermRecord {
    return term('voteOptions', option);
  }

  @FieldResolver(() => Term, { description: 'What the coalition thought of it that day (`billStances`).' })
  stance(@Root() { stance }: ScoredVote): TermRecord {
    return term('billStances', stance);
  }

  @FieldResolver(() => Term, { description: 'What the one says of the other (`voteAgreements`).' })
  agreement(@Root() { option, stance }: ScoredVote): TermRecord {
    return term('voteAgreements', voteAgreement(option, stance));
  }
}
