import sql from 'sql-template-tag';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { MutationResult } from '../../../shared/mutation/run-mutation';
import { Payload, RecordedRefusal } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { issueTokens, readRefreshToken, type SignInState } from './tokens';
import { tokensResolver } from './tokens-resolver';

@InputType({ description: 'How a sign-in goes on.' })
export class TokenRefreshInput {
  @Field({ description: 'The last refresh token that one got.' })
  refreshToken!: string;
}

@ObjectType({ description: 'What became of it.' })
export class TokenRefreshPayload extends Payload {}

export const TokenRefreshTokensResolver = tokensResolver(TokenRefreshPayload);

@Resolver(() => TokenRefreshPayload)
export class TokenRefreshResolver {
  @Mutation(() => TokenRefreshPayload, {
    nullable: true,
    description:
      'New tokens for old; takes no access token. A refresh token that was used before was copied by somebody: the sign-in ends.',
  })
  async tokenRefresh(
    @Arg('input', () => TokenRefreshInput, { description: 'How it goes on.' })
    { refreshToken }: TokenRefreshInput,
    @Ctx() context: SubgraphContext,
  ): Promise<MutationResult> {
    const shown = readRefreshToken(context.identityKeys.identity, refreshToken);
    if (!shown) throw ended();
    const [row] = await context.session.rows<{ state: SignInState | null }>(
      sql`select members.refresh_sign_in(${shown.signInId}, ${shown.generation}) as state`,
    );
    // The end of a sign-in whose token was copied is no part of a mutation that is undone.
    if (!row!.state) throw ended();
    await context.session.actAs(row!.state.personId, row!.state.organizationId);
    return { once: { tokens: await issueTokens(context, row!.state) } };
  }
}

const ended = () => new RecordedRefusal({}, { code: 'SIGN_IN_ENDED', field: 'refreshToken' });
