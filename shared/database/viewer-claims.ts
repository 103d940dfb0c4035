import { escapeLiteral } from 'pg';
import type { Viewer } from '../identity/viewer';

/** Only until the transaction ends; a claim that is not set reads as none. */
export const setClaim = (name: string, value: string) => `set local hub.${name} = ${escapeLiteral(value)}`;

/** Claims are lists of plain words: one that held a separator would claim more than it says. */
export function listed(...words: readonly string[]): string {
  for (const word of words) if (/[,|]/.test(word)) throw new Error('a claim holds a separator');
  return words.join();
}

/** What row-level security asks of the viewer (`hub.viewer_…`), by claim; none that says nothing. */
export function viewerClaims(viewer: Viewer): Record<string, string> {
  const isTool = viewer.tool !== null;
  const claims: Record<string, string> = {
    organization: viewer.organizationId ?? '',
    kind: listed(viewer.organizationKind ?? ''),
    person: viewer.personId ?? '',
    roles: isTool ? '' : viewer.roles.join(),
    grantors: isTool ? viewer.roles.join() : '',
    tool: viewer.tool?.keyId ?? '',
    scopes: listed(...(viewer.tool?.scopes ?? [])),
    dormant: viewer.dormantRoles.join(),
    narrowed: listed(...viewer.narrowed),
    partners: viewer.partnerships
      .map(({ organizationId, group }) => `${listed(organizationId)}|${listed(group)}`)
      .join(),
    hidden: listed(...viewer.hiddenOrganizations),
    aggregated: listed(...viewer.aggregatedOrganizations),
    thresholds: viewer.raisedThresholds
      .map(({ organizationId, smallestShown }) => `${listed(organizationId)}|${smallestShown}`)
      .join(),
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== ''));
}

const asJson = new WeakMap<Viewer, string>();

/** The same as JSON, made once for a viewer who comes again. */
export function viewerClaimsAsJson(viewer: Viewer): string {
  const known = asJson.get(viewer) ?? JSON.stringify(viewerClaims(viewer));
  asJson.set(viewer, known);
  return known;
}

/**
 * The same as the statements that claim it until the transaction ends. That it has its viewer is said first: from then on
 * `hub.open_to_read`, which an injected expression could call, names no other.
 */
export const claimStatements = (viewer: Viewer): string[] =>
  Object.entries({ opened: 'yes', ...viewerClaims(viewer) }).map(([name, value]) => setClaim(name, value));
