import { sharingLevels } from '../../shared/permission/policy';
import { seedId } from '../../shared/schema/type-id';
import type { OracleViewer } from './permission-oracle';

export interface PlantedRow {
  readonly key: string;
  readonly values: Readonly<Record<string, string | null>>;
}

/** Columns that decide who sees a row, and values that matter to the viewers of the test. */
export const spreads: Readonly<Record<string, readonly string[]>> = {
  sharing_level: sharingLevels,
  person_id: ['per_me', 'per_else'],
  partner_id: ['org_mine', 'org_partner'],
};

/** The same for single tables. */
export const tableSpreads: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'members.person': { id: ['per_me', 'per_else'] },
  'members.invitation': {
    roles: ['{VIEWER}', '{ORG_ADMIN}'],
    first_admin: ['true', 'false'],
    link_key: ['key_mine', 'key_else'],
  },
  'members.role_proposal': { proposed_by: ['per_me', 'per_else'] },
  'members.recovery_request': { requested_by: ['per_me', 'per_else'] },
  'members.api_key': { id: ['key_tool', 'key_else'] },
};

/** Groups whose rows belong to a person, whatever organisation they name. */
export const personalGroups: ReadonlySet<string> = new Set(['user.account']);

type Holds = (row: PlantedRow['values'], viewer: OracleViewer) => boolean;

const ownPerson: Holds = (row, viewer) => row.person_id === viewer.person && viewer.person !== null;

const holdsLink: Holds = (row, viewer) => (viewer.records ?? []).includes(row.link_key!);
const ofCoalition = (viewer: OracleViewer) => viewer.organization === seedId('Organization', 'nair');

/**
 * What the conditions of the matrix mean for each table, in the words of the specification and not of the policy: who is
 * a party (`Y`), whose own record it is (`U`). A table that is not named here opens to neither.
 */
const meanings: Readonly<Record<string, Readonly<Record<string, Holds>>>> = {
  'members.person': { U: (row, viewer) => row.id === viewer.person },
  'members.account': { U: ownPerson },
  'members.sign_in': { U: ownPerson },
  'members.external_identity': { U: ownPerson },
  'members.role_grant': { U: ownPerson },
  'members.sensitive_role_grant': { U: ownPerson },
  'members.notice': { U: ownPerson },
  'members.role_proposal': { U: ownPerson, T: (row) => row.state === 'PROPOSED' },
  'members.invitation': {
    U: holdsLink,
    Y: (row) => String(row.first_admin) === 'true',
  },
  'members.recovery_request': { Y: (_row, viewer) => ofCoalition(viewer) },
  'members.application': { U: holdsLink, Y: (_row, viewer) => ofCoalition(viewer) },
  'members.membership_change': { Y: (_row, viewer) => ofCoalition(viewer) },
  'members.agreement': { Y: (row, viewer) => row.partner_id === viewer.organization },
  'members.api_key': { U: (row, viewer) => row.id === viewer.tool?.key },
};

/** The conditions that hold for a row and a viewer, as far as the table decides them. */
export function conditionsOf(table: string, row: PlantedRow['values'], viewer: OracleViewer): string[] {
  const own: Readonly<Record<string, Holds>> = table.endsWith('.audit_entry') ? { U: ownPerson } : {};
  return Object.entries({ ...own, ...meanings[table] }).flatMap(([condition, holds]) =>
    holds(row, viewer) ? [condition] : [],
  );
}

/**
 * Rows of an organisation that is suspended or has left are hidden from others, but for those who can bring it back: the
 * coalition's staff see that it was a member and what it applies for, and whoever applies sees the own application.
 */
export function despiteHidden(table: string, row: PlantedRow['values'], viewer: OracleViewer): boolean {
  if (!['members.membership', 'members.membership_change', 'members.application'].includes(table))
    return false;
  const isStaff = ofCoalition(viewer) && viewer.roles.includes('COALITION_STAFF') && !viewer.tool;
  return isStaff || (table === 'members.application' && holdsLink(row, viewer));
}
