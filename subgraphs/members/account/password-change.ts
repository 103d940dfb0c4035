import sql from 'sql-template-tag';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { AttemptPayload } from '../sign-in/attempt-payload';
import { endOwnSignIns } from '../sign-in/end-sign-ins';
import { nextTokens } from '../sign-in/next-tokens';
import { tokensResolver } from '../sign-in/tokens-resolver';
import { Account } from './account.entity';
import { ownAccount, provePassword } from './own-account';
import { checkNewPassword, hashPassword } from './password';

@InputType({ description: 'A new password for one’s own account.' })
export class PasswordChangeInput {
  @Field({ description: 'The password as it is now.' })
  password!: string;

  @Field({ description: 'The new one: at least 12 characters, and not the e-mail address.' })
  newPassword!: string;
}

@ObjectType({ description: 'What became of it.' })
export class PasswordChangePayload extends AttemptPayload {}

export const PasswordChangeTokensResolver = tokensResolver(PasswordChangePayload);

@Resolver()
export class PasswordChangeResolver {
  @Mutation(() => PasswordChangePayload, {
    nullable: true,
    description: 'Changes one’s own password, ends all other sign-ins, and gives this one new tokens.',
  })
  async passwordChange(
    @Arg('input', () => PasswordChangeInput, { description: 'The old and the new one.' })
    { password, newPassword }: PasswordChangeInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session } = context;
    const { account, signInId } = await ownAccount(context);
    const { personId } = account;
    checkNewPassword(newPassword, account.email, 'newPassword');
    await provePassword(context, account, password);
    const changes = { passwordHash: await hashPassword(newPassword), passwordChangedAt: new Date() };
    await updateRow(session, Account, changes, sql`t.person_id = ${personId}`);
    await endOwnSignIns(session, 'PASSWORD_CHANGED', sql`t.person_id = ${personId} and t.id <> ${signInId}`);
    return { once: { tokens: await nextTokens(context, signInId) } };
  }
}
