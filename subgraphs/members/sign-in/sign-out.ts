import sql from 'sql-template-tag';
import { Ctx, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { endOwnSignIns } from './end-sign-ins';

@ObjectType({ description: 'What became of it.' })
export class SignOutPayload extends Payload {}

@Resolver()
export class SignOutResolver {
  @Mutation(() => SignOutPayload, {
    nullable: true,
    description: 'Ends the sign-in that the access token belongs to.',
  })
  async signOut(@Ctx() { session, viewer: { signInId } }: SubgraphContext): Promise<MutationResult> {
    if (signInId === null) refuse('SIGN_IN_NEEDED');
    await endOwnSignIns(session, 'SIGNED_OUT', sql`t.id = ${signInId}`);
    return {};
  }
}
