import sql from 'sql-template-tag';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { hashesOf, isSecret } from '../../../shared/identity/secret';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { checkNewPassword, hashPassword } from '../account/password';

/** Of the links that set a new password. */
export const recoveryPrefix = 'thc';

@InputType({ description: 'To get in again.' })
export class RecoveryCompleteInput {
  @Field({ description: 'The secret part of the link.' })
  link!: string;

  @Field({ description: 'A new password of at least 12 characters.' })
  password!: string;
}

@ObjectType({ description: 'What became of it.' })
export class RecoveryCompletePayload extends Payload {}

@Resolver()
export class RecoveryCompleteResolver {
  @Mutation(() => RecoveryCompletePayload, {
    nullable: true,
    description:
      'Sets a new password by the link of a recovery, once. Then sign in, and switch a second factor on again.',
  })
  async recoveryComplete(
    @Arg('input', () => RecoveryCompleteInput, { description: 'Link and password.' })
    { link, password }: RecoveryCompleteInput,
    @Ctx() { session, identityKeys }: SubgraphContext,
  ): Promise<MutationResult> {
    if (!isSecret(recoveryPrefix, link)) refuse('LINK_REFUSED', 'link');
    checkNewPassword(password, '');
    const keys = hashesOf(identityKeys.identity, link);
    const [shown] = await session.rows<{ open: boolean }>(
      sql`select members.recovery_link_opens(${keys}) as open`,
    );
    if (!shown!.open) refuse('LINK_REFUSED', 'link');
    const [row] = await session.rows<{ done: boolean }>(
      sql`select members.complete_recovery(${keys}, ${await hashPassword(password)}) as done`,
    );
    if (!row!.done) refuse('LINK_REFUSED', 'link');
    return {};
  }
}
