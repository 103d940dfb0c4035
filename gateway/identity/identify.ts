import { decodeJwt } from 'jose';
import { HubError } from '../../shared/errors';
import type { Credential } from '../../shared/identity/credential';
import { apiKeyPrefix, hashesOf, isSecret } from '../../shared/identity/secret';
import type { ExternalSubject } from '../../shared/identity/viewer';
import type { Identify } from '../http/graphql-route';
import type { HubKeys } from '../keys/load-keys';
import type { IdentityProviders } from './identity-provider';
import { type VerifyToken, verifiedTokens } from './verified-tokens';
import type { ViewerReader } from './viewer-reader';

export interface IdentifyOptions {
  readonly keys: Pick<HubKeys, 'token' | 'identity'>;
  readonly viewers: Pick<ViewerReader, 'read' | 'readPublic'>;
  readonly providers: IdentityProviders;
  /** Takes tokens that no sign-in is behind, as `npm run token` makes them; nothing can take one of those back. */
  readonly demoTokens?: boolean;
}

/** What a request shows of who is asking. */
interface Shown {
  readonly credential: Credential;
  readonly secondFactorAt: number | null;
  readonly external: ExternalSubject | null;
}

/**
 * Everything that does not lead to an active account is refused in the same words: an expired token, a forged one
 * and one of a person who has left cannot be told apart. Only who has signed in at an identity provider and is
 * linked to nobody here is read as the public, so that they can take up an invitation.
 */
export function createIdentify({ viewers, ...others }: IdentifyOptions): Identify {
  const options = { ...others, verify: verifiedTokens(others.keys.token) };
  return async ({ authorization }, address) => {
    if (authorization === undefined) {
      const { viewer, dataVersion } = await viewers.readPublic();
      return { viewer, dataVersion, external: null };
    }
    const shown = await readCredential(options, authorization, address);
    if (!shown) throw new HubError('UNAUTHENTICATED');
    const { credential, secondFactorAt, external } = shown;
    const viewer = await viewers.read(credential);
    if (!viewer) throw new HubError('UNAUTHENTICATED');
    // The public proves nothing.
    const proved = viewer.personId === null ? null : secondFactorAt;
    return { viewer: proved === null ? viewer : { ...viewer, secondFactorAt: proved }, external };
  };
}

/** @returns null when it is nothing that the hub takes; the database has not been asked yet */
async function readCredential(
  { keys, verify, providers, demoTokens = false }: Omit<IdentifyOptions, 'viewers'> & { verify: VerifyToken },
  authorization: string,
  address: string,
): Promise<Shown | null> {
  const shown = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!shown) return null;
  if (shown.startsWith(`${apiKeyPrefix}_`)) {
    if (!isSecret(apiKeyPrefix, shown)) return null;
    // A tool proves no second factor.
    return {
      credential: { kind: 'key', hashes: hashesOf(keys.identity, shown), address },
      secondFactorAt: null,
      external: null,
    };
  }
  const issuer = issuerOf(shown);
  if (issuer !== null && providers.knows(issuer)) {
    const token = await providers.verify(issuer, shown);
    return token && { ...token, credential: { kind: 'external', ...token.external } };
  }
  const token = await verify(shown);
  if (!token || (token.signInId === null && !demoTokens)) return null;
  const { secondFactorAt, ...account } = token;
  return { credential: { kind: 'account', ...account }, secondFactorAt, external: null };
}

/** Whom a token says it is from, before anything is checked: it only chooses whose keys must fit. */
function issuerOf(token: string): string | null {
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}
