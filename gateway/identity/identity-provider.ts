import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { HubError } from '../../shared/errors';
import { pastMoment } from '../../shared/identity/token';
import type { ExternalSubject } from '../../shared/identity/viewer';
import type { Logger } from '../../shared/logger';
import { boundedFetch } from './bounded-fetch';
import { discoverKeys } from './discover-keys';
import type { OidcProvider } from './oidc-setting';
import { isSecondFactor } from './second-factor';

export interface ExternalToken {
  readonly external: ExternalSubject;
  /** When the provider saw a second factor, in milliseconds since 1970; null when it does not say. */
  readonly secondFactorAt: number | null;
}

export interface IdentityProviders {
  /** Whether a provider of that name is set up here. */
  knows(issuer: string): boolean;
  /**
   * What an access token says, or null when it is not a valid one of a provider of ours.
   * @throws HubError HUB_UNAVAILABLE when the provider cannot be asked for its keys
   */
  verify(issuer: string, token: string): Promise<ExternalToken | null>;
}

/** Milliseconds. */
export interface ProviderTimes {
  /** Until an answer of the provider must be there. */
  readonly timeout: number;
  /** Between two looks for a key that is not known, whoever asks for it. */
  readonly cooldown: number;
  /** Until keys are asked for again in any case: so long a key that the provider has withdrawn is taken. */
  readonly cacheAge: number;
}

const defaultTimes: ProviderTimes = { timeout: 5_000, cooldown: 30_000, cacheAge: 600_000 };

export function createIdentityProviders(
  settings: readonly OidcProvider[],
  logger: Logger,
  times: ProviderTimes = defaultTimes,
): IdentityProviders {
  const providers = new Map(
    settings.map((setting) => [setting.issuer, { setting, keys: providerKeys(setting, logger, times) }]),
  );
  return {
    knows: (issuer) => providers.has(issuer),
    async verify(issuer, token) {
      const provider = providers.get(issuer);
      return provider ? verifyWith(provider.setting, provider.keys, token) : null;
    },
  };
}

/** Nobody should hold a token that long: here nothing is known of those that the provider has taken back. */
const longestLife = '24h';

/** Clocks of two machines may differ by so many seconds. */
const clockTolerance = 5;

async function verifyWith(
  setting: OidcProvider,
  keys: JWTVerifyGetKey,
  token: string,
): Promise<ExternalToken | null> {
  const { issuer, audience, organization: organizationId } = setting;
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: [...setting.algorithms],
      issuer,
      audience,
      clockTolerance,
      maxTokenAge: longestLife,
      requiredClaims: ['iat', 'exp', 'sub'],
    });
    const { sub: subject } = payload;
    if (!isAccessToken(setting, protectedHeader.typ, payload)) return null;
    if (typeof subject !== 'string' || !isSubject(subject)) return null;
    return {
      external: { issuer, subject, organizationId },
      secondFactorAt: secondFactorAt(setting, payload),
    };
  } catch (error) {
    if (error instanceof HubError) throw error;
    return null;
  }
}

/**
 * An ID token tells a client who has signed in and is no key to anything; taken here, any client of the provider
 * could ask in the name of its users. RFC 9068 gives access tokens a type of their own. Where both kinds are `JWT`,
 * an access token has scopes, and none of the claims that an ID token alone has; the audience tells the rest.
 */
function isAccessToken({ tokenType }: OidcProvider, typ: string | undefined, payload: JWTPayload): boolean {
  const type = typ?.toLowerCase().replace(/^application\//, '');
  if (type === 'at+jwt') return true;
  if (tokenType !== 'JWT' || type !== 'jwt') return false;
  const hasScopes = payload.scope !== undefined || payload.scp !== undefined;
  const isOther = onlyInIdTokens.some((claim) => payload[claim] !== undefined);
  // Keycloak says in the payload what it does not say in the header: Bearer, ID, Refresh, Logout.
  return hasScopes && !isOther && (payload.typ === undefined || payload.typ === 'Bearer');
}

/** OpenID Connect Core, 8: at most 255 ASCII characters. What cannot be printed would break what it is written into. */
const isSubject = (text: string) => /^[\x20-\x7e]{1,255}$/.test(text);

const onlyInIdTokens = ['nonce', 'at_hash', 'c_hash', 's_hash'];

function secondFactorAt({ secondFactor }: OidcProvider, { amr, auth_time }: JWTPayload): number | null {
  return isSecondFactor(amr, secondFactor) ? pastMoment(auth_time) : null;
}

/** Keys are fetched when the first token comes, so a provider that is away keeps nobody else out. */
function providerKeys(setting: OidcProvider, logger: Logger, times: ProviderTimes): JWTVerifyGetKey {
  const { timeout, cooldown, cacheAge } = times;
  const fetch = boundedFetch(timeout);
  const discover = discoverKeys(setting.issuer, fetch);
  let known: { readonly uri: string; readonly keys: JWTVerifyGetKey } | undefined;
  return async (header, token) => {
    try {
      const uri = await discover();
      // Other keys at the same address are found by jose itself.
      if (known?.uri !== uri) {
        const options = { timeoutDuration: timeout, cooldownDuration: cooldown, cacheMaxAge: cacheAge };
        known = { uri, keys: createRemoteJWKSet(new URL(uri), { ...options, [customFetch]: fetch }) };
      }
      return await known.keys(header, token);
    } catch (error) {
      if (isTokensFault(error)) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      logger.error({ issuer: setting.issuer, reason }, 'the keys of an identity provider cannot be read');
      throw new HubError('HUB_UNAVAILABLE');
    }
  };
}

function isTokensFault(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
