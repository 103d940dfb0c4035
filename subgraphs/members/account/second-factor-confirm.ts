import sql from 'sql-template-tag';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { attempt } from '../sign-in/attempt';
import { AttemptPayload } from '../sign-in/attempt-payload';
import { nextTokens } from '../sign-in/next-tokens';
import { SignIn } from '../sign-in/sign-in.entity';
import { tokensResolver } from '../sign-in/tokens-resolver';
import { Account } from './account.entity';
import { ownAccount } from './own-account';
import { recoveryCodesResolver } from './recovery-codes-resolver';
import { newRecoveryCodes, spendCode } from './second-factor';

@InputType({ description: 'The first code of a second factor.' })
export class SecondFactorConfirmInput {
  @Field({
    description: 'A code of the authenticator app, of `secondFactorStart` or of the factor that is on.',
  })
  code!: string;
}

@ObjectType({ description: 'What became of it.' })
export class SecondFactorConfirmPayload extends AttemptPayload {}

export const SecondFactorConfirmTokensResolver = tokensResolver(SecondFactorConfirmPayload);
export const SecondFactorConfirmCodesResolver = recoveryCodesResolver(SecondFactorConfirmPayload);

@Resolver()
export class SecondFactorConfirmResolver {
  @Mutation(() => SecondFactorConfirmPayload, {
    nullable: true,
    description:
      'Switches the second factor on, with the first code of the app; from then on it is asked at every sign-in. With a factor that is on already it proves it anew. This sign-in counts as proved, with new tokens.',
  })
  async secondFactorConfirm(
    @Arg('input', () => SecondFactorConfirmInput, { description: 'The code.' })
    { code }: SecondFactorConfirmInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session } = context;
    const { account, signInId } = await ownAccount(context);
    const { personId, email, totpPending, totpSecret } = account;
    const secret = totpSecret ?? totpPending;
    if (secret === null) refuse('SECOND_FACTOR_OFF');
    const { forgive } = await attempt(context, email);
    if (!(await spendCode(context, personId, secret, code))) refuse('SIGN_IN_REFUSED', 'code');
    await forgive('all');
    await updateRow(session, SignIn, { secondFactorAt: new Date() }, sql`t.id = ${signInId}`);
    const tokens = await nextTokens(context, signInId);
    if (totpSecret !== null) return { once: { tokens } };
    const { codes, keys } = newRecoveryCodes(context, personId);
    const changes = { totpSecret: secret, totpPending: null, recoveryKeys: keys };
    await updateRow(session, Account, changes, sql`t.person_id = ${personId}`);
    return { once: { tokens, recoveryCodes: codes } };
  }
}
