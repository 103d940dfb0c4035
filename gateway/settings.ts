import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type OidcProvider, oidcProviders } from './identity/oidc-setting';
import { defaultRates, type Rates } from './limits/rates';
import { isLoopback } from './loopback';
import { StartError } from './start/start-error';

/**
 * Every setting of the hub, all optional. This is the only file that reads `process.env`; `.env.example` shows
 * the same list to operators.
 */
const settings = {
  /** Where clients ask. */
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** The address to listen on. Anything but this machine's own ends demo mode. */
  HUB_HOST: z.string().min(1).default('127.0.0.1'),
  /** An external PostgreSQL instead of the embedded one. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** Keys and the embedded database live here. */
  HUB_DATA_DIR: z
    .string()
    .min(1)
    .default('.hub')
    .transform((path) => resolve(path)),
  /** All in one process, or each subgraph in a process of its own. */
  HUB_TRANSPORT: z.enum(['local', 'http']).default('local'),
  /** Addresses or subnets of proxies whose `X-Forwarded-For` is believed, with commas between. */
  HUB_TRUSTED_PROXIES: list(z.string().refine(isProxy, 'must be addresses, subnets or "loopback"')),
  /** Sites whose pages may ask, with commas between, such as `https://example.org`. */
  HUB_ALLOWED_ORIGINS: list(z.string().refine(isOrigin, 'must be origins such as https://example.org')),
  /** Whether operations may be asked for by their ids, and whether any others are run. */
  HUB_TRUSTED_DOCUMENTS: z.enum(['off', 'allowed', 'required']).default('off'),
  /** The manifests that they are in, with commas between; without any the committed one of the explorer's samples. */
  HUB_TRUSTED_DOCUMENTS_FILES: list(z.string()),
  /** A Redis in which several gateways count together what is spent; without it each counts for itself. */
  HUB_REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  /** What may be spent in a minute, in the unit of `limits/operation-cost.ts`: by an address that is not signed in, */
  HUB_RATE_ADDRESS: rate(defaultRates.address),
  /** by a person, whatever the address, */
  HUB_RATE_PERSON: rate(defaultRates.person),
  /** by all people and tools of an organisation together, */
  HUB_RATE_ORGANIZATION: rate(defaultRates.organization),
  /** and with one API key. */
  HUB_RATE_KEY: rate(defaultRates.key),
  /** Bytes of answers to people who are not signed in, kept until the data change; 0 keeps none. */
  HUB_PUBLIC_ANSWERS: z.coerce
    .number()
    .int()
    .min(0)
    .default(4 * 1024 * 1024),
  HUB_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** `production` ends demo mode. */
  NODE_ENV: z.string().optional(),
  /** What passwords and signing keys inside the hub are derived from; at least 32 characters. */
  HUB_SECRET: secret().optional(),
  /** What API keys and links are hashed with and second factors are sealed with; else derived from HUB_SECRET. */
  HUB_IDENTITY_SECRET: secret().optional(),
  /** Others that still open, with commas between: the next one before a change, the previous one after it. */
  HUB_IDENTITY_PREVIOUS_SECRETS: list(secret()),
  /** The Ed25519 key (PEM; line breaks may be written as \n) that access tokens are signed with. */
  HUB_TOKEN_PRIVATE_KEY: pem().optional(),
  /** Instead of it where tokens are only verified: at a gateway whose members subgraph runs elsewhere. */
  HUB_TOKEN_PUBLIC_KEY: pem().optional(),
  /** Others whose tokens are still taken, private or public, with commas between. */
  HUB_TOKEN_PREVIOUS_KEYS: list(pem()),
  /** Identity providers whose access tokens are taken, as a JSON array; see `identity/oidc-setting.ts`. */
  HUB_OIDC_PROVIDERS: oidcProviders,
};

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string | undefined;
  readonly dataDirectory: string;
  readonly transport: 'local' | 'http';
  readonly trustedProxies: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly trustedDocuments: 'off' | 'allowed' | 'required';
  readonly trustedDocumentsFiles: readonly string[];
  readonly redisUrl: string | undefined;
  readonly rates: Rates;
  readonly publicAnswers: number;
  readonly logLevel: string;
  /** Made-up accounts, keys generated at first start, the explorer: on this machine only, never in production. */
  readonly demo: boolean;
  readonly production: boolean;
  readonly secret: string | undefined;
  readonly identitySecret: string | undefined;
  readonly previousIdentitySecrets: readonly string[];
  readonly tokenPrivateKey: string | undefined;
  readonly tokenPublicKey: string | undefined;
  readonly previousTokenKeys: readonly string[];
  readonly oidcProviders: readonly OidcProvider[];
  /** Where subgraphs listen that somebody else starts, from `<NAME>_URL`, such as `MEMBERS_URL`. */
  readonly subgraphUrls: Readonly<Record<string, string>>;
  /** What requests to those are signed with, from `<NAME>_KEY`; derived from the secret where it is not set. */
  readonly subgraphKeys: Readonly<Record<string, string>>;
  /** Others that a subgraph started by this hub still takes, from `<NAME>_PREVIOUS_KEYS`. */
  readonly previousSubgraphKeys: Readonly<Record<string, readonly string[]>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws StartError SETTING_INVALID that names the setting; never its value, which may be a secret */
export function readSettings(subgraphs: readonly string[], environment: Environment = process.env): Settings {
  const values = parse(z.object(settings), environment);
  const production = values.NODE_ENV === 'production';
  return {
    port: values.PORT,
    host: values.HUB_HOST,
    databaseUrl: values.DATABASE_URL,
    dataDirectory: values.HUB_DATA_DIR,
    transport: values.HUB_TRANSPORT,
    trustedProxies: values.HUB_TRUSTED_PROXIES,
    allowedOrigins: values.HUB_ALLOWED_ORIGINS,
    trustedDocuments: values.HUB_TRUSTED_DOCUMENTS,
    trustedDocumentsFiles: values.HUB_TRUSTED_DOCUMENTS_FILES,
    redisUrl: values.HUB_REDIS_URL,
    rates: {
      address: values.HUB_RATE_ADDRESS,
      person: values.HUB_RATE_PERSON,
      organization: values.HUB_RATE_ORGANIZATION,
      key: values.HUB_RATE_KEY,
    },
    publicAnswers: values.HUB_PUBLIC_ANSWERS,
    logLevel: values.HUB_LOG_LEVEL,
    demo: !production && isLoopback(values.HUB_HOST),
    production,
    secret: values.HUB_SECRET,
    identitySecret: values.HUB_IDENTITY_SECRET,
    previousIdentitySecrets: values.HUB_IDENTITY_PREVIOUS_SECRETS,
    tokenPrivateKey: values.HUB_TOKEN_PRIVATE_KEY,
    tokenPublicKey: values.HUB_TOKEN_PUBLIC_KEY,
    previousTokenKeys: values.HUB_TOKEN_PREVIOUS_KEYS,
    oidcProviders: values.HUB_OIDC_PROVIDERS,
    subgraphUrls: perSubgraph(subgraphs, '_URL', httpUrl, environment),
    subgraphKeys: perSubgraph(subgraphs, '_KEY', subgraphSettings.SUBGRAPH_KEY, environment),
    previousSubgraphKeys: perSubgraph(subgraphs, '_PREVIOUS_KEYS', list(secret()), environment),
  };
}

/** What a subgraph in a process of its own is told, by the hub that starts it or by its container. */
const subgraphSettings = {
  /** 0 takes any free port. */
  SUBGRAPH_PORT: z.coerce.number().int().min(0).max(65_535).default(4001),
  SUBGRAPH_HOST: z.string().min(1).default('127.0.0.1'),
  /** What the gateway signs requests with: for this subgraph only. */
  SUBGRAPH_KEY: secret(),
  /** Others that are still taken, with commas between: the next one before a change, the previous one after it. */
  SUBGRAPH_PREVIOUS_KEYS: list(secret()),
  /** Logs in as the subgraph's own role. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  HUB_LOG_LEVEL: settings.HUB_LOG_LEVEL,
  /** For subgraphs that sign people in, or keep contacts of people outside. */
  HUB_IDENTITY_SECRET: settings.HUB_IDENTITY_SECRET,
  HUB_IDENTITY_PREVIOUS_SECRETS: settings.HUB_IDENTITY_PREVIOUS_SECRETS,
  /** For the subgraph that signs people in only. */
  HUB_TOKEN_PRIVATE_KEY: settings.HUB_TOKEN_PRIVATE_KEY,
};

export interface SubgraphSettings {
  readonly port: number;
  readonly host: string;
  readonly key: string;
  readonly previousKeys: readonly string[];
  readonly databaseUrl: string;
  readonly logLevel: string;
  readonly identity: IdentitySettings | null;
}

/** What a subgraph is told besides that signs people in, or keeps contacts; only the former has a token key. */
export interface IdentitySettings {
  readonly secret: string;
  readonly previousSecrets: readonly string[];
  readonly tokenPrivateKey: string | null;
}

/** @throws StartError SETTING_INVALID that names the setting */
export function readSubgraphSettings(environment: Environment = process.env): SubgraphSettings {
  const values = parse(z.object(subgraphSettings), environment);
  const { HUB_IDENTITY_SECRET: identitySecret, HUB_TOKEN_PRIVATE_KEY: tokenPrivateKey } = values;
  const { HUB_IDENTITY_PREVIOUS_SECRETS: previousSecrets } = values;
  return {
    port: values.SUBGRAPH_PORT,
    host: values.SUBGRAPH_HOST,
    key: values.SUBGRAPH_KEY,
    previousKeys: values.SUBGRAPH_PREVIOUS_KEYS,
    databaseUrl: values.DATABASE_URL,
    logLevel: values.HUB_LOG_LEVEL,
    identity: identitySecret
      ? { secret: identitySecret, previousSecrets, tokenPrivateKey: tokenPrivateKey ?? null }
      : null,
  };
}

/** The same settings as `readSubgraphSettings` reads, for a process that is about to be started. */
export function subgraphEnvironment(child: SubgraphSettings): Record<string, string> {
  return {
    SUBGRAPH_PORT: String(child.port),
    SUBGRAPH_HOST: child.host,
    SUBGRAPH_KEY: child.key,
    SUBGRAPH_PREVIOUS_KEYS: child.previousKeys.join(','),
    DATABASE_URL: child.databaseUrl,
    HUB_LOG_LEVEL: child.logLevel,
    ...(child.identity && {
      HUB_IDENTITY_SECRET: child.identity.secret,
      HUB_IDENTITY_PREVIOUS_SECRETS: child.identity.previousSecrets.join(','),
    }),
    ...(child.identity?.tokenPrivateKey && { HUB_TOKEN_PRIVATE_KEY: child.identity.tokenPrivateKey }),
  };
}

/** The settings that exist once for each subgraph, such as `MEMBERS_URL`; only those that are set. */
function perSubgraph<Value>(
  subgraphs: readonly string[],
  suffix: string,
  value: z.ZodType<Value>,
  environment: Environment,
): Record<string, Value> {
  const nameOf = (subgraph: string) => `${subgraph.toUpperCase()}${suffix}`;
  const shape = Object.fromEntries(subgraphs.map((subgraph) => [nameOf(subgraph), value.optional()]));
  const given = parse(z.object(shape), environment);
  return Object.fromEntries(
    subgraphs.flatMap((subgraph) => {
      const known = given[nameOf(subgraph)];
      return known === undefined ? [] : [[subgraph, known]];
    }),
  );
}

const httpUrl = z.url({ protocol: /^https?$/ });

function parse<Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>, environment: Environment) {
  // An empty variable, as a compose file writes it, is one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const reason =
    issue?.code === 'invalid_type' && issue.message.includes('undefined') ? 'is required' : issue?.message;
  const [name, ...inside] = (issue?.path ?? []).map(String);
  const place = Number.isNaN(Number(inside[0])) || inside.length < 2 ? '' : `${inside.slice(1).join('.')} `;
  throw new StartError('SETTING_INVALID', `The setting ${name} cannot be used: ${place}${reason}.`);
}

function rate(usual: number) {
  return z.coerce.number().int().positive().default(usual);
}

function secret() {
  return z.string().min(32, 'must have at least 32 characters');
}

/** In an environment file a key is one line. */
function pem() {
  return z.string().transform((text) => text.replaceAll('\\n', '\n'));
}

function list(element: z.ZodType<string, string>) {
  const split = (text: string) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  return z.string().default('').transform(split).pipe(z.array(element));
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}

function isProxy(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}
