import sql from 'sql-template-tag';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { AttemptPayload } from '../sign-in/attempt-payload';
import { Account } from './account.entity';
import { ownAccount, proveCode } from './own-account';
import { recoveryCodesResolver } from './recovery-codes-resolver';
import { newRecoveryCodes } from './second-factor';

@InputType({ description: 'To get new recovery codes.' })
export class RecoveryCodesRenewInput {
  @Field({ description: 'A code of the second factor, or the last recovery code.' })
  code!: string;
}

@ObjectType({ description: 'What became of it.' })
export class RecoveryCodesRenewPayload extends AttemptPayload {}

export const RecoveryCodesRenewCodesResolver = recoveryCodesResolver(RecoveryCodesRenewPayload);

@Resolver()
export class RecoveryCodesRenewResolver {
  @Mutation(() => RecoveryCodesRenewPayload, {
    nullable: true,
    description: 'Ten new recovery codes in place of those of before.',
  })
  async recoveryCodesRenew(
    @Arg('input', () => RecoveryCodesRenewInput, { description: 'The code.' })
    { code }: RecoveryCodesRenewInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { account } = await ownAccount(context);
    const { personId } = account;
    await proveCode(context, account, code);
    const { codes, keys } = newRecoveryCodes(context, personId);
    await updateRow(context.session, Account, { recoveryKeys: keys }, sql`t.person_id = ${personId}`);
    return { once: { recoveryCodes: codes } };
  }
}
