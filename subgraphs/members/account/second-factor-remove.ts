import sql from 'sql-template-tag';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { updateRow, updateRows } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { AttemptPayload } from '../sign-in/attempt-payload';
import { nextTokens } from '../sign-in/next-tokens';
import { SignIn } from '../sign-in/sign-in.entity';
import { tokensResolver } from '../sign-in/tokens-resolver';
import { Account } from './account.entity';
import { ownAccount, proveCode } from './own-account';

@InputType({ description: 'To switch the second factor off.' })
export class SecondFactorRemoveInput {
  @Field({ description: 'A code of it, or a recovery code.' })
  code!: string;
}

@ObjectType({ description: 'What became of it.' })
export class SecondFactorRemovePayload extends AttemptPayload {}

export const SecondFactorRemoveTokensResolver = tokensResolver(SecondFactorRemovePayload);

@Resolver()
export class SecondFactorRemoveResolver {
  @Mutation(() => SecondFactorRemovePayload, {
    nullable: true,
    description:
      'Switches the second factor off, and with it what only those may who have one; its recovery codes are void. Gives new tokens.',
  })
  async secondFactorRemove(
    @Arg('input', () => SecondFactorRemoveInput, { description: 'The code.' })
    { code }: SecondFactorRemoveInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { session } = context;
    const { account, signInId } = await ownAccount(context);
    const { personId } = account;
    await proveCode(context, account, code);
    const changes = { totpSecret: null, totpPending: null, totpLastStep: null, recoveryKeys: [] };
    await updateRow(session, Account, changes, sql`t.person_id = ${personId}`);
    await updateRows(session, SignIn, { secondFactorAt: null }, sql`t.person_id = ${personId}`);
    return { once: { tokens: await nextTokens(context, signInId) } };
  }
}
