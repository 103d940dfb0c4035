import sql from 'sql-template-tag';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
  Root,
} from 'type-graphql';
import { updateRow } from '../../../shared/database/write-rows';
import { seal } from '../../../shared/identity/sealed';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { AttemptPayload } from '../sign-in/attempt-payload';
import { Account } from './account.entity';
import { ownAccount, provePassword } from './own-account';
import { factorKeys, newFactor } from './second-factor';

@InputType({ description: 'To switch a second factor on.' })
export class SecondFactorStartInput {
  @Field({ description: 'One’s password once more.' })
  password!: string;
}

@ObjectType({ description: 'What became of it.' })
export class SecondFactorStartPayload extends AttemptPayload {}

interface Shown {
  readonly once?: { readonly secret: string; readonly uri: string };
}

@Resolver(() => SecondFactorStartPayload)
export class SecondFactorStartResolver {
  @Mutation(() => SecondFactorStartPayload, {
    nullable: true,
    description:
      'Begins to switch a second factor on: a secret for an authenticator app (TOTP). It counts once `secondFactorConfirm` has seen a code.',
  })
  async secondFactorStart(
    @Arg('input', () => SecondFactorStartInput, { description: 'The password.' })
    { password }: SecondFactorStartInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const { account } = await ownAccount(context);
    const { personId, email } = account;
    await provePassword(context, account, password);
    if (account.totpSecret !== null) refuse('SECOND_FACTOR_ON');
    const { secret, uri } = newFactor(email);
    const totpPending = seal(factorKeys(context.identityKeys.identity), personId, secret);
    await updateRow(context.session, Account, { totpPending }, sql`t.person_id = ${personId}`);
    return { once: { secret, uri } };
  }

  @FieldResolver(() => String, { nullable: true, description: 'The secret, to be typed; shown once.' })
  secret(@Root() { once }: Shown): string | null {
    return once?.secret ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The same as an `otpauth:` address, to be shown as a QR code; shown once.',
  })
  uri(@Root() { once }: Shown): string | null {
    return once?.uri ?? null;
  }
}
