import { type ClassType, FieldResolver, Resolver, Root } from 'type-graphql';
import { Tokens } from './tokens';

export interface WithTokens {
  readonly once?: { readonly tokens?: Tokens };
}

/** The field of a payload that shows new tokens, once. */
export function tokensResolver(payload: ClassType): ClassType {
  @Resolver(() => payload)
  class TokensResolver {
    @FieldResolver(() => Tokens, { nullable: true, description: 'The new tokens; null when it was refused.' })
    tokens(@Root() { once }: WithTokens): Tokens | null {
      return once?.tokens ?? null;
    }
  }
  return TokensResolver;
}
