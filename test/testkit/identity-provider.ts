import { createHash, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';

/** What this file uses of `oidc-provider`. */
type ProviderClass = new (
  issuer: string,
  configuration: object,
) => {
  on(event: string, listen: (...args: never[]) => void): void;
  callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  readonly Grant: new (
    of: object,
  ) => {
    addOIDCScope(s: string): void;
    addResourceScope(resource: string, s: string): void;
    save(): Promise<string>;
  };
};

interface SignIn {
  readonly person: string;
  readonly audience: string;
  /** How the person showed who they are, as RFC 8176 calls it. */
  readonly amr?: readonly string[];
}

export interface TestProvider {
  readonly issuer: string;
  /** How often its keys were asked for. */
  keysAsked(): number;
  /** Signs somebody in by the authorization code flow, as a browser and a client of the provider would. */
  signIn(how: SignIn): Promise<{ accessToken: string; idToken: string }>;
  /** A token with any header and claims, signed with the provider's own key. */
  sign(header: object, claims: object): Promise<string>;
  /** From now on it signs with another key; the old one is withdrawn. */
  rotateKey(): void;
  /** Its description and keys are answered by this instead. */
  breakWith(answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined): void;
  close(): Promise<void>;
}

const client = {
  id: 'a-client',
  secret: randomBytes(32).toString('hex'),
  redirect: 'https://client.example/back',
};

/** A real OpenID provider on this machine. */
export async function startIdentityProvider(): Promise<TestProvider> {
  // Loaded late: it says at once, and often, that it is set up for tests only. It has no types of its own.
  for (const method of ['warn', 'info'] as const) jest.spyOn(console, method).mockImplementation();
  const { default: Provider } = require('oidc-provider') as { default: ProviderClass };

  let answer: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined;
  let broken: typeof answer | undefined;
  let asked = 0;
  let amr: readonly string[] = [];
  let person = '';
  const server = createServer((request, response) => {
    if (request.url === '/jwks') asked++;
    if (broken && /^\/(jwks|\.well-known)/.test(request.url!)) return broken(request, response);
    return answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let key = use();

  function use(): { readonly kid: string; readonly privateKey: KeyObject } {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const kid = randomBytes(8).toString('hex');
    const provider = new Provider(issuer, configuration({ ...privateKey.export({ format: 'jwk' }), kid }));
    const callback = provider.callback();
    answer = (request, response) => {
      if (!request.url!.startsWith('/interaction/')) return callback(request, response);
      // The form that a person would fill in.
      const login = { accountId: person, amr };
      return provider.interactionFinished(request, response, { login });
    };
    return { kid, privateKey };
  }

  return {
    issuer,
    keysAsked: () => asked,
    async signIn({ person: who, audience, amr: how = [] }) {
      amr = how;
      person = who;
      return authorizationCode(issuer, audience);
    },
    sign: (header, claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: key.kid, ...header })
        .sign(key.privateKey),
    rotateKey() {
      key = use();
    },
    breakWith(next) {
      broken = next;
    },
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

function configuration(jwk: object): object {
  return {
    jwks: { keys: [{ ...jwk, alg: 'ES256', use: 'sig' }] },
    cookies: { keys: ['a key of cookies'] },
    scopes: ['openid'],
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirect],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    findAccount: async (_context: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id }),
    }),
    interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context: unknown, audience: string) => ({
          audience,
          scope: 'hub',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    // The person is asked for no consent.
    async loadExistingGrant({ oidc }: GrantContext) {
      const grant = new oidc.provider.Grant({ clientId: client.id, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid');
      grant.addResourceScope(String(oidc.params.resource), 'hub');
      await grant.save();
      return grant;
    },
    // As RFC 9068 says, an access token tells how and when its person signed in.
    extraTokenClaims: ({ oidc }: TokenContext) => ({
      amr: oidc.entities.AuthorizationCode?.amr,
      auth_time: oidc.entities.AuthorizationCode?.authTime,
    }),
  };
}

interface GrantContext {
  readonly oidc: {
    readonly provider: InstanceType<ProviderClass>;
    readonly session: { readonly accountId: string };
    readonly params: { readonly resource: unknown };
  };
}

interface TokenContext {
  readonly oidc: {
    readonly entities: { readonly AuthorizationCode?: { amr?: string[]; authTime?: number } };
  };
}

/** RFC 6749 with PKCE: follows the redirections with the cookies of a browser, then shows the code as the client. */
async function authorizationCode(issuer: string, audience: string) {
  const verifier = randomBytes(32).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const asked = {
    ...{ client_id: client.id, response_type: 'code', redirect_uri: client.redirect, scope: 'openid hub' },
    ...{
      resource: audience,
      code_challenge: challenge,
      code_challenge_method: 'S256',
      nonce: 'n',
      prompt: 'login',
    },
  };
  const cookies = new Map<string, string>();
  let next = `${issuer}/auth?${new URLSearchParams(asked)}`;
  for (let steps = 0; !next.startsWith(client.redirect); steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      cookies.set(name!, value!);
    }
    const location = response.headers.get('location');
    if (!location || steps > 10) throw new Error(`no way on from ${next}: ${await response.text()}`);
    next = new URL(location, next).toString();
  }
  const code = new URL(next).searchParams.get('code');
  if (!code) throw new Error(next);
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` },
    body: new URLSearchParams({
      ...{ grant_type: 'authorization_code', code, redirect_uri: client.redirect },
      ...{ code_verifier: verifier, resource: audience },
    }),
  });
  const answer = (await response.json()) as { access_token: string; id_token: string };
  if (!response.ok) throw new Error(JSON.stringify(answer));
  return { accessToken: answer.access_token, idToken: answer.id_token };
}
