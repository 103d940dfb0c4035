import { deriveKey } from '../identity/derived-key';

/** Login that owns the schemas and runs migrations and seeding; its connection is closed before the hub serves. */
export const migratorRole = 'tahaluf_migrator';
/** Login of the gateway: may execute `members.viewer` and nothing else. */
export const gatewayRole = 'tahaluf_gateway';
/** Owner of `members.viewer`: cannot sign in; reads the few columns that say who somebody is. */
export const identityRole = 'tahaluf_identity';

/** Owner of the functions that write the log: cannot sign in; appends and does nothing else. */
export const auditorRole = 'tahaluf_auditor';

/** Owner of the functions that count what viewers may not see row by row: cannot sign in; reads a few columns of such rows. */
export const counterRole = 'tahaluf_counter';

/** Owner of `hub.open_to_read`: cannot sign in; sets the viewer's claims and does nothing else. */
export const claimsRole = 'tahaluf_claims';

/** Unprivileged login of a subgraph: reads its own schema through row-level security, owns nothing. */
export const subgraphRole = (subgraph: string) => `tahaluf_${subgraph}`;

/**
 * The address for one role, made from the administrator's address. An address that already names
 * the role is used as it stands, password included: that is how separate processes get only their own.
 */
export function roleUrl(databaseUrl: string, role: string, secret: string): string {
  const url = new URL(databaseUrl);
  if (decodeURIComponent(url.username) === role) return databaseUrl;
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.toString();
}

export const rolePassword = (secret: string, role: string) => deriveKey(secret, `role:${role}`);
