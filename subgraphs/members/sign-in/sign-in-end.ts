import sql from 'sql-template-tag';
import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import { requireId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { endOwnSignIns } from './end-sign-ins';

@InputType({ description: 'Which sign-in to end.' })
export class SignInEndInput {
  @Field(() => ID, { description: 'One of `Viewer.signIns`.' })
  signIn!: string;
}

@ObjectType({ description: 'What became of it.' })
export class SignInEndPayload extends Payload {}

@Resolver()
export class SignInEndResolver {
  @Mutation(() => SignInEndPayload, {
    nullable: true,
    description: 'Ends one sign-in of one’s own, such as that of a lost device.',
  })
  async signInEnd(
    @Arg('input', () => SignInEndInput, { description: 'Which one.' }) { signIn }: SignInEndInput,
    @Ctx() { session }: SubgraphContext,
  ): Promise<MutationResult> {
    const id = requireId('SignIn', signIn);
    if ((await endOwnSignIns(session, 'SIGNED_OUT', sql`t.id = ${id}`)) === 0) refuse('NOT_FOUND', 'signIn');
    return {};
  }
}
