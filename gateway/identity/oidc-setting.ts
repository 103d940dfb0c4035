import { z } from 'zod';
import { isId } from '../../shared/schema/type-id';
import { isLoopback } from '../loopback';

/** Signatures that only the provider can make; shared secrets (HS256) are none of them. */
const algorithms = [
  ...(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'] as const),
  ...(['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'] as const),
];

const provider = z.strictObject({
  /** Exactly as the provider writes it into its tokens. */
  issuer: z.string().refine(isProviderUrl, 'must be an https address, or http on this machine'),
  /** What the provider calls this hub in the `aud` of its access tokens; never the id of a client. */
  audience: z.string().min(1, 'must not be empty'),
  /** The organisation whose people sign in there. */
  organization: z.string().refine((id) => isId('Organization', id), 'must be the id of an organisation'),
  algorithms: z
    .array(z.enum(algorithms, 'must be algorithms with a public key'))
    .min(1, 'must not be empty')
    .default(['RS256', 'ES256', 'PS256', 'EdDSA']),
  /**
   * `at+jwt` is what RFC 9068 asks of access tokens, and what no ID token has. Providers that are older write
   * `JWT` into both kinds; `identity-provider.ts` says how they are told apart then.
   */
  tokenType: z.enum(['at+jwt', 'JWT'], 'must be "at+jwt" or "JWT"').default('at+jwt'),
  /** Values of `amr` that count as a second factor, each alone; without any, what `second-factor.ts` says. */
  secondFactor: z.array(z.string().min(1)).min(1, 'must not be empty').optional(),
});

export type OidcProvider = Readonly<z.infer<typeof provider>>;

export const oidcProviders = z
  .string()
  .default('[]')
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      // The parser's own message would quote the setting.
      context.addIssue({ code: 'custom', message: 'must be JSON' });
      return z.NEVER;
    }
  })
  .pipe(
    z
      .array(provider, 'must be an array')
      .refine((all) => new Set(all.map(({ issuer }) => issuer)).size === all.length, 'names an issuer twice'),
  );

/** Nobody between here and there may change what a provider says of its keys. */
export function isProviderUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  if (username || password) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, '')));
}
