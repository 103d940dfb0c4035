import { sharingLevels } from '../../shared/permission/policy';
import { seedId } from '../../shared/schema/type-id';
import { joinedInWorld } from './joined-in-world';
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

const people = ['per_me', 'per_else'];
const before = '2000-01-01';
const someday = '2100-01-01';
const twoOrganizations = ['org_mine', 'org_other'];
const versions = {
  organization_id: twoOrganizations,
  state: ['PROPOSED', 'IN_FORCE'],
  widens: ['true', 'false'],
  proposed_by: people,
  decided_by: people,
  effective_at: [before, someday],
};

const billTables = [
  ...[
    'jurisdiction',
    'legislative_session',
    'legislator',
    'bill',
    'bill_search',
    'bill_tag',
    'bill_action',
    'bill_relation',
  ],
  ...['vote_event', 'vote'],
].map((name) => `campaigns.${name}`);
const ofEachBillTable = <Value>(value: Value) =>
  Object.fromEntries(billTables.map((table) => [table, value]));

const signatures = {
  lead_id: ['org_other'],
  call_id: ['acl_open', 'acl_else'],
  link_key: ['key_mine', 'key_else'],
};
/** What belongs to a campaign is never shared further than it. */
const ofCampaign = { campaign_id: ['cmp_else'], campaign_level: ['PRIVATE', 'COALITION_SUMMARY', 'PUBLIC'] };

/** The same for single tables. */
export const tableSpreads: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'campaigns.sharing_version': versions,
  'events.sharing_version': versions,
  'legal.sharing_version': versions,
  'members.sharing_version': versions,
  ...ofEachBillTable({ organization_id: [seedId('Organization', 'nair'), 'org_mine', 'org_other'] }),
  'members.org_policy': versions,
  'campaigns.campaign_partnership': {
    campaign_id: ['cmp_joined', 'cmp_else'],
    state: ['INVITED', 'JOINED', 'LEFT'],
  },
  // Drafts have one level only.
  'campaigns.action_call': { state: ['OPEN'] },
  'campaigns.action_call_sponsorship': { state: ['INVITED', 'JOINED'] },
  'campaigns.signing': signatures,
  'campaigns.signature': signatures,
  'campaigns.campaign_internal': { id: ['cmp_joined', 'cmp_else'] },
  'campaigns.campaign_task': { ...ofCampaign, campaign_id: ['cmp_joined', 'cmp_else'] },
  ...Object.fromEntries(
    ['media_item', 'publication', 'oversight_report'].map((name) => [`campaigns.${name}`, ofCampaign]),
  ),
  'campaigns.follow': { follower_id: [...people, 'key_tool', 'org_mine'] },
  'members.organization': { id: ['org_mine', 'org_other'], sharing_level: ['PRIVATE', 'PUBLIC'] },
  'members.membership': { status: ['ACTIVE', 'LEFT'] },
  'members.membership_change': { status: ['ACTIVE', 'LEFT'], decided_by: people },
  'members.application': { status: ['APPLIED', 'UNDER_REVIEW'], link_key: ['key_mine', 'key_else'] },
  'members.person': { id: people },
  'members.role_grant': { granted_by: people },
  'members.invitation': {
    roles: ['{VIEWER}', '{ORG_ADMIN}'],
    first_admin: ['true', 'false'],
    link_key: ['key_mine', 'key_else'],
    invited_by: people,
  },
  'members.role_proposal': {
    organization_id: twoOrganizations,
    state: ['PROPOSED', 'DISMISSED', 'APPROVED'],
    proposed_by: people,
    decided_by: people,
    effective_at: [before, someday],
  },
  'members.recovery_request': {
    organization_id: [...twoOrganizations, 'org_gone'],
    state: ['PROPOSED', 'DISMISSED', 'APPROVED'],
    requested_by: people,
    decided_by: people,
    effective_at: [before, someday],
  },
  'members.api_client': { created_by: people },
  'members.api_key': { id: ['key_tool', 'key_else'], granted_by: people },
};

/** What no combination of columns says, as SQL after planting: who is under review, who has no admin, who has joined what. */
export const afterPlanting: Readonly<Record<string, string>> = {
  'campaigns.action_call': `update campaigns.action_call set id = 'acl_open'
    where organization_id = 'org_other' and sharing_level = 'PUBLIC'`,
  'campaigns.campaign_partnership': `delete from campaigns.campaign_partnership
    where state = 'JOINED' and (campaign_id, partner_id) <> ('cmp_joined', 'org_mine')`,
  'members.application': `delete from members.application
    where status = 'UNDER_REVIEW' and organization_id not in ('org_mine', 'org_other')`,
  'members.sensitive_role_grant': `update members.sensitive_role_grant set role = 'CASEWORKER'
    where organization_id = 'org_other'`,
};
const underReview = ['org_mine', 'org_other'];
const withoutAdmin = 'org_other';

/** Groups whose rows belong to a person, whatever organisation they name. */
export const personalGroups: ReadonlySet<string> = new Set(['user.account']);

type Holds = (row: PlantedRow['values'], viewer: OracleViewer) => boolean;

const nair = seedId('Organization', 'nair');
const byCoalition: Holds = (_row, viewer) => viewer.organization === nair;
const holdsLink: Holds = (row, viewer) => (viewer.records ?? []).includes(row.link_key!);
const entryUnderReview: Holds = (row, viewer) =>
  byCoalition(row, viewer) && underReview.includes(row.organization_id!);
/** Staff of the coalition who may decide about members. */
const isStaff = (viewer: OracleViewer) =>
  viewer.organization === nair &&
  !viewer.tool &&
  viewer.roles.includes('COALITION_STAFF') &&
  !viewer.narrowed?.includes('COALITION_STAFF:membership.application:u');
/** Joined partners, by campaign: of planted rows, and of the canaries' world. */
const joinedPartners = new Map([['cmp_joined', 'org_mine'], ...joinedInWorld]);
const hasJoined =
  (campaign: string): Holds =>
  (row, viewer) =>
    viewer.organization !== null && joinedPartners.get(row[campaign]!) === viewer.organization;
const ofOpenCall: Holds = (row) => row.call_id === 'acl_open';
/** Whoever asks: a tool does so in its own name. */
const askerOf = ({ tool, person }: OracleViewer) => tool?.key ?? person;
const ownPerson: Holds = (row, viewer) => row.person_id === viewer.person && viewer.person !== null;

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
  'members.recovery_request': { Y: byCoalition },
  'members.organization': { Y: entryUnderReview },
  'members.organization_search': { Y: entryUnderReview },
  'members.membership': { Y: byCoalition },
  'members.membership_change': { Y: byCoalition },
  'members.application': { U: holdsLink, Y: byCoalition, O: (row) => row.status === 'APPLIED' },
  // Roles are of active members only.
  ...ofEachBillTable({ Y: (_row: unknown, viewer: OracleViewer) => viewer.organization !== null }),
  'members.agreement': { Y: (row, viewer) => row.partner_id === viewer.organization },
  'campaigns.campaign_partnership': { Y: (row, viewer) => row.partner_id === viewer.organization },
  'campaigns.action_call_sponsorship': { Y: (row, viewer) => row.partner_id === viewer.organization },
  'campaigns.signing': { U: holdsLink, O: ofOpenCall },
  'campaigns.signature': { U: holdsLink, O: ofOpenCall },
  'campaigns.campaign_internal': { Y: hasJoined('id') },
  'campaigns.campaign_task': { Y: hasJoined('campaign_id') },
  'campaigns.follow': { U: (row, viewer) => row.follower_id === askerOf(viewer) },
  'members.api_key': { U: (row, viewer) => row.id === viewer.tool?.key },
};

/** How far a row is shared, and the campaign that it belongs to. */
export const levelsOf = (row: PlantedRow['values']) => ({
  level: row.sharing_level ?? null,
  parentLevel: row.campaign_level ?? null,
});

/** The conditions that hold for a row and a viewer, as far as the table decides them. */
export function conditionsOf(table: string, row: PlantedRow['values'], viewer: OracleViewer): string[] {
  const own: Readonly<Record<string, Holds>> = table.endsWith('.audit_entry') ? { U: ownPerson } : {};
  return Object.entries({ ...own, ...meanings[table] }).flatMap(([condition, holds]) =>
    holds(row, viewer) ? [condition] : [],
  );
}

/**
 * What must hold of a row that is written, whoever writes it, in the words of the specification: one does nothing in
 * another's name, and what opens more takes a second person or three days.
 */
const written: Readonly<Record<string, Holds>> = {
  // Whoever enters a bill, the coalition keeps it.
  ...ofEachBillTable<Holds>((row) => row.organization_id === nair),
  'members.organization': (row) => [row.id, nair].includes(row.organization_id!),
  'members.membership': (row, viewer) => isStaff(viewer) || leaves(row, viewer),
  'members.membership_change': (row, viewer) =>
    row.decided_by === viewer.person && (isStaff(viewer) || leaves(row, viewer)),
  'members.role_grant': (row, viewer) => row.granted_by === viewer.person,
  'members.sensitive_role_grant': (row, viewer) => row.person_id !== viewer.person,
  'members.role_proposal': (row, viewer) =>
    (row.state === 'DISMISSED' || row.person_id !== viewer.person) &&
    (row.state === 'PROPOSED'
      ? row.proposed_by === viewer.person
      : row.decided_by === viewer.person &&
        (row.state === 'DISMISSED' || seconded(row.proposed_by!, row, viewer))),
  'members.invitation': (row, viewer) =>
    row.revoked_at !== null ||
    row.accepted_at !== null ||
    (row.invited_by === viewer.person &&
      (String(row.first_admin) !== 'true' || row.organization_id === withoutAdmin)),
  'members.recovery_request': (row, viewer) =>
    row.state === 'PROPOSED'
      ? row.requested_by === viewer.person && viewer.organization === nair
      : row.decided_by === viewer.person &&
        (row.state === 'DISMISSED'
          ? row.link_key === null
          : viewer.organization === nair && seconded(row.requested_by!, row, viewer)),
  // Who has joined a campaign does nothing more in it while its lead is suspended.
  'campaigns.campaign_task': (row, viewer) => !viewer.hidden?.includes(row.organization_id!),
  'campaigns.follow': (row, viewer) => [askerOf(viewer), row.organization_id].includes(row.follower_id!),
  'members.agreement': (row, viewer) => [row.organization_id, row.partner_id].includes(viewer.organization),
  'members.api_client': (row, viewer) => row.created_by === viewer.person || row.revoked_at !== null,
  'members.api_key': (row, viewer) => row.granted_by === viewer.person || row.revoked_at !== null,
};

const leaves: Holds = (row, viewer) => row.status === 'LEFT' && row.organization_id === viewer.organization;

/** Proposed by somebody else, or long enough ago. */
const seconded = (proposer: string, row: PlantedRow['values'], viewer: OracleViewer) =>
  proposer !== viewer.person || isOver(row);
const isOver = (row: PlantedRow['values']) =>
  typeof row.effective_at === 'string' && new Date(row.effective_at).getTime() <= Date.now();

/** A policy's version counts when it takes away, or somebody else approves it, or it has waited. */
const versionWritten: Holds = (row, viewer) =>
  row.state !== 'IN_FORCE' ||
  String(row.widens) !== 'true' ||
  (viewer.roles.includes('ORG_ADMIN') &&
    !viewer.tool &&
    !viewer.narrowed?.includes('ORG_ADMIN:org.policy:s') &&
    (row.decided_by !== row.proposed_by || isOver(row)));

/** Whether the viewer may leave the row like that. */
export function mayBeWritten(table: string, row: PlantedRow['values'], viewer: OracleViewer): boolean {
  const isVersion = table.endsWith('.sharing_version') || table.endsWith('.org_policy');
  const rule = isVersion ? versionWritten : written[table];
  return rule?.(row, viewer) ?? true;
}

/** Who sees rows of an organisation that has left all the same: those who can bring it back, and who applied for it. */
export function seesHidden(table: string, row: PlantedRow['values'], viewer: OracleViewer): boolean {
  if (table === 'members.membership' || table === 'members.membership_change') return isStaff(viewer);
  if (['campaigns.signing', 'campaigns.signature'].includes(table)) return holdsLink(row, viewer);
  return table === 'members.application' && (isStaff(viewer) || holdsLink(row, viewer));
}
