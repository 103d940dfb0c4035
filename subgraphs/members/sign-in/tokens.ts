import { timingSafeEqual } from 'node:crypto';
import { Field, ObjectType } from 'type-graphql';
import { TypeID } from 'typeid-js';
import type { Keyring } from '../../../shared/identity/keyring';
import { hashesOf } from '../../../shared/identity/secret';
import { accessTokenLifetime, mintToken } from '../../../shared/identity/token';
import { idPrefixes, isId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';

@ObjectType({ description: 'What a client shows from now on. Shown once.' })
export class Tokens {
  @Field({ description: 'For the header `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field({ description: 'Gets the next tokens, once: shown a second time, it ends the sign-in.' })
  refreshToken!: string;

  @Field(() => Date, { description: 'Until when the access token is good: ten minutes.' })
  expiresAt!: Date;
}

export interface SignInState {
  readonly id: string;
  readonly personId: string;
  readonly organizationId: string;
  readonly generation: number;
  readonly secondFactorAt: number | null;
}

export async function issueTokens(
  { identityKeys: { identity, token } }: SubgraphContext,
  { id, generation, personId, organizationId, secondFactorAt }: SignInState,
): Promise<Tokens> {
  const subject = { personId, organizationId, signInId: id, secondFactorAt };
  return {
    accessToken: await mintToken(token, subject, accessTokenLifetime),
    refreshToken: refreshToken(identity, id, generation),
    expiresAt: new Date(Date.now() + 10 * 60_000),
  };
}

/**
 * `thr_<sign-in>.<generation>.<signature>`: the database keeps the generation only, so nothing that it holds is a token.
 */
function refreshToken(identity: Keyring, id: string, generation: number): string {
  const name = `thr_${TypeID.fromString(id).getSuffix()}.${generation}`;
  return `${name}.${hashesOf(identity, name)[0]}`;
}

/** What a refresh token names, or null when it is none of ours. */
export function readRefreshToken(
  identity: Keyring,
  token: string,
): { readonly signInId: string; readonly generation: number } | null {
  const match = /^(thr_([0-9a-z]{26})\.([1-9]\d{0,8}))\.([0-9a-f]{64})$/.exec(token);
  if (!match) return null;
  const [, name, suffix, generation, signature] = match as unknown as [
    string,
    string,
    string,
    string,
    string,
  ];
  const signInId = `${idPrefixes.SignIn}_${suffix}`;
  const isOurs = hashesOf(identity, name).some((hash) =>
    timingSafeEqual(Buffer.from(hash), Buffer.from(signature)),
  );
  return isOurs && isId('SignIn', signInId) ? { signInId, generation: Number(generation) } : null;
}
