import { z } from 'zod';
import type { BoundedFetch } from './bounded-fetch';
import { isProviderUrl } from './oidc-setting';

/** How long what a provider says of itself is believed without asking again, in milliseconds. */
const believedFor = 3_600_000;

/** After a failure the next requests fail at once for so long, instead of each waiting for its own. */
const failsFor = 2_000;

interface Known {
  readonly until: number;
  /** Where the keys are; rejects when the provider did not say. */
  readonly uri: Promise<string>;
}

/** Finds where an identity provider publishes its keys (OpenID Connect Discovery); asked when first needed. */
export function discoverKeys(issuer: string, fetch: BoundedFetch): () => Promise<string> {
  let known: Known | undefined;
  let last: string | undefined;
  return () => {
    if (known && Date.now() < known.until) return known.uri;
    const uri = readKeysUri(issuer, fetch).then(
      (found) => {
        last = found;
        return found;
      },
      (error: unknown) => {
        known = { uri, until: Date.now() + failsFor };
        // The keys hardly ever move: while the description is away, they may still be where they were.
        if (last !== undefined) return last;
        throw error;
      },
    );
    known = { uri, until: Date.now() + believedFor };
    return uri;
  };
}

async function readKeysUri(issuer: string, fetch: BoundedFetch): Promise<string> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  if (response.status !== 200) throw new Error(`its description was answered with status ${response.status}`);
  const description = z.object({ issuer: z.string(), jwks_uri: z.string() }).safeParse(await response.json());
  if (!description.success) throw new Error('its description does not say where its keys are');
  const { issuer: named, jwks_uri: uri } = description.data;
  if (named !== issuer) throw new Error('its description is of another issuer');
  // Plain http is for a provider on this machine; one elsewhere must not lead the hub to its own doors.
  if (!isProviderUrl(uri) || (issuer.startsWith('https:') && !uri.startsWith('https:'))) {
    throw new Error('its keys are at an address that is not https');
  }
  return uri;
}
