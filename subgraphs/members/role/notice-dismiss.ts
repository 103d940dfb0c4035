import sql from 'sql-template-tag';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Notice } from './notice.entity';

@InputType({ description: 'What was read.' })
export class NoticeDismissInput {
  @Field(() => ID, { description: 'The notice.' })
  notice!: string;
}

@ObjectType({ description: 'What became of it.' })
export class NoticeDismissPayload extends Payload {}

@Resolver()
export class NoticeDismissResolver {
  @Mutation(() => NoticeDismissPayload, {
    nullable: true,
    description: 'Takes a notice of one’s own off the list.',
  })
  async noticeDismiss(
    @Arg('input', () => NoticeDismissInput, { description: 'The notice.' }) { notice }: NoticeDismissInput,
    @Ctx() { session, viewer }: SubgraphContext,
  ): Promise<MutationResult> {
    const own = sql`t.id = ${notice} and t.person_id = ${viewer.personId} and t.dismissed_at is null`;
    await updateRow(session, Notice, { dismissedAt: new Date() }, own);
    return {};
  }
}
