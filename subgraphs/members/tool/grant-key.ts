import { loadById } from '../../../shared/database/load-rows';
import { insertRow } from '../../../shared/database/write-rows';
import { apiKeyPrefix, hashesOf, newSecret } from '../../../shared/identity/secret';
import type { Viewer } from '../../../shared/identity/viewer';
import { refuse } from '../../../shared/mutation/user-errors';
import { toolScopes } from '../../../shared/permission/tool-scopes';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { ApiClient } from './api-client.entity';
import { ApiKey } from './api-key.entity';

export interface KeyTerms {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: Date;
  readonly addresses: readonly string[];
}

export interface NewKey {
  readonly id: string;
  readonly once: { readonly secret: string };
}

const day = 86_400_000;
const longestLife = 90 * day;
/** Enough to know a key by; the rest of it has more than 200 random bits. */
const shownLength = apiKeyPrefix.length + 1 + 6;

/** Makes a key for a tool, with rights that the viewer has. */
export async function grantKey(context: SubgraphContext, terms: KeyTerms): Promise<NewKey> {
  const { session, viewer, identityKeys } = context;
  checkScopes(viewer, terms.scopes);
  const now = Date.now();
  const life = terms.expiresAt.getTime() - now;
  if (!(life > 0 && life <= longestLife)) refuse('TIME_OUT_OF_RANGE', 'expiresAt');
  const client = await loadById(context, ApiClient, terms.clientId);
  if (!client || client.revokedAt) refuse('NOT_FOUND', 'client');
  const secret = newSecret(apiKeyPrefix);
  const id = newId('ApiKey');
  await insertRow(session, ApiKey, {
    organizationId: viewer.organizationId!,
    id,
    clientId: client.id,
    keyHash: hashesOf(identityKeys.identity, secret)[0]!,
    prefix: secret.slice(0, shownLength),
    scopes: [...new Set(terms.scopes)].sort(),
    addresses: [...terms.addresses],
    grantedBy: viewer.personId!,
    createdAt: new Date(now),
    expiresAt: terms.expiresAt,
  });
  return { id, once: { secret } };
}

/** @throws Refusal for a scope that no tool may have, or that is not the viewer's to lend */
function checkScopes({ roles, narrowed }: Viewer, scopes: readonly string[]): void {
  for (const scope of scopes) {
    if (!Object.hasOwn(toolScopes, scope)) refuse('SCOPE_NOT_FOR_TOOLS', 'scopes');
    const lenders = toolScopes[scope]!;
    const mayLend = roles.some((role) => lenders.includes(role) && !narrowed.includes(`${role}:${scope}`));
    if (!mayLend || narrowed.includes(`TOOL:${scope}`)) refuse('SCOPE_NOT_YOURS', 'scopes');
  }
}
