import sql from 'sql-template-tag';
import { Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { endOwnSignIns } from './end-sign-ins';

@ObjectType({ description: 'What became of it.' })
export class SignOutEverywherePayload extends Payload {}

@Resolver()
export class SignOutEverywhereResolver {
  @Mutation(() => SignOutEverywherePayload, {
    nullable: true,
    description: 'Ends every sign-in of the person who asks, in whatever organisation.',
  })
  async signOutEverywhere(@Ctx() { session, viewer }: SubgraphContext): Promise<MutationResult> {
    await endOwnSignIns(session, 'SIGNED_OUT', sql`t.person_id = ${viewer.personId}`);
    return {};
  }
}
