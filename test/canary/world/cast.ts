import { linkKeyOf } from '../../../subgraphs/campaigns/signature/signature-link';
import { partnershipsOfWorld } from '../../testkit/joined-in-world';
import { listedValues, type Table } from './catalog';
import { agreementRows, hiddenOrganizations, organizationNames, organizations } from './organizations';
import {
  accountRows,
  colleagueRows,
  grantRows,
  hashOf,
  keyRows,
  links,
  narrowed,
  personRows,
} from './people';
import type { Values } from './row-plans';
import { callKeyOf } from './sealed';
import { idFor } from './words';

/** From nobody else to everybody. */
export const levels = ['PRIVATE', 'AGGREGATE_ONLY', 'COALITION_SUMMARY', 'COALITION', 'PUBLIC'];

/** Rows that must fit each other, because actors and agreements rest on them. Every other table follows its catalog. */
export const cast: Readonly<Record<string, (table: Table) => Values[]>> = {
  'members.organization': () => [
    ...organizationNames.map((name) => ({
      id: organizations[name],
      organization_id: organizations[name],
      sharing_level: 'PUBLIC',
      parent_id: null,
    })),
    ...levels.map((level) => ({
      id: idFor('org', `entry ${level}`),
      organization_id: organizations.coalition,
      sharing_level: level,
      parent_id: organizations.north,
    })),
  ],
  'members.organization_credit': () =>
    Object.values(organizations).map((id) => ({
      organization_id: organizations.coalition,
      id,
      sharing_level: 'PUBLIC',
    })),
  'members.membership': () =>
    Object.values(organizations).map((id) => ({
      organization_id: id,
      id,
      sharing_level: 'PUBLIC',
      status: hiddenOrganizations.includes(id) ? 'SUSPENDED' : 'ACTIVE',
    })),
  'campaigns.campaign_partnership': partnershipsOfWorld,
  // An organisation, two of its people and a tool, each following campaigns of several owners and levels.
  'campaigns.follow': () =>
    organizationNames.flatMap((name) =>
      [
        organizations[name],
        idFor('per', `${name} ORG_ADMIN`),
        idFor('per', `${name} VIEWER`),
        idFor('key', 'tool with every scope'),
      ].flatMap((follower, n) =>
        organizationNames.map((owner, k) => ({
          organization_id: organizations[name],
          id: idFor('fol', `${name} ${n} ${owner}`),
          follower_id: follower,
          subject_id: idFor('cmp', `campaigns ${owner} ${(3 * n + k) % 10}`),
          horizon: 0,
          sequence: 0,
        })),
      ),
    ),
  'members.person': personRows,
  'members.role_grant': () => grantRows(false),
  'members.sensitive_role_grant': () => grantRows(true),
  'members.colleague': (table) => colleagueRows(listedValues(table, 'sharing_level') ?? levels),
  'members.account': accountRows,
  'members.api_key': keyRows,
  'members.agreement': agreementRows,
  'members.org_policy': () => [
    ...Object.values(organizations).map((id, n) => ({
      organization_id: id,
      id: idFor('opv', `${id} in force`),
      version: 1,
      state: 'IN_FORCE',
      widens: false,
      narrowed: id === organizations.south ? narrowed : [],
      allowed_tools: null,
      suppression_threshold: 11 + n,
      in_aggregates: n % 2 === 0,
    })),
    ...Object.values(organizations).map((id) => ({
      organization_id: id,
      id: idFor('opv', `${id} proposed`),
      version: 2,
      state: 'PROPOSED',
      widens: true,
      narrowed: [],
      allowed_tools: null,
      suppression_threshold: 20,
    })),
  ],
  // Each as far as its state says: only what was approved has a link.
  'members.recovery_request': () =>
    Object.entries(organizations).flatMap(([name, id]) =>
      ['PROPOSED', 'APPROVED', 'DISMISSED'].map((state, k) => ({
        organization_id: id,
        id: idFor('rcv', `${name} ${k}`),
        state,
        kind: k === 1 ? 'LOST_ADMIN' : 'LOST_FACTOR',
        requested_by: idFor('per', 'coalition COALITION_STAFF'),
        ...(state === 'PROPOSED' && { decided_by: null }),
        ...(state !== 'APPROVED' && { link_key: null }),
      })),
    ),
  'members.role_proposal': () =>
    Object.entries(organizations).flatMap(([name, id]) =>
      ['PROPOSED', 'APPROVED', 'DISMISSED'].map((state, k) => ({
        organization_id: id,
        id: idFor('rpr', `${name} ${k}`),
        state,
        person_id: idFor('per', `${name} VIEWER`),
        proposed_by: idFor('per', `${name} ORG_ADMIN`),
        ...(state === 'PROPOSED' && { decided_by: null }),
      })),
    ),
  'members.application': () =>
    Object.entries(organizations).flatMap(([name, id], n) =>
      ['APPLIED', 'UNDER_REVIEW', 'REJECTED'].map((status, k) => ({
        organization_id: k === 0 ? id : idFor('org', `applicant ${name} ${k}`),
        id: idFor('apl', `${name} ${k}`),
        status,
        is_entry: k === 0,
        ...(status !== 'REJECTED' && { decision_reason: null }),
        link_key: linkOf(name, n, k),
      })),
    ),
  // A draft is private, whatever its organisation shares.
  'campaigns.testimony': () =>
    Object.entries(organizations).flatMap(([name, id]) =>
      levels.map((level, k) => ({
        organization_id: id,
        id: idFor('tst', `${name} ${k}`),
        sharing_level: level,
        version: 1,
        state: level === 'PRIVATE' ? 'DRAFT' : 'APPROVED',
      })),
    ),
  // The same of calls to action; each has a key that opens.
  'campaigns.action_call': () =>
    Object.entries(organizations).flatMap(([name, organization], n) =>
      levels.map((level, k) => {
        const id = idFor('acl', `${name} ${k}`);
        return {
          organization_id: organization,
          id,
          sharing_level: level,
          state: level === 'PRIVATE' ? 'DRAFT' : 'OPEN',
          legislator_ids: [],
          opens_on: null,
          closes_on: null,
          goal: 100 * n + k + 1,
          contact_key: callKeyOf(id),
          contacts_until: '9999-12-31',
        };
      }),
    ),
  // Signed through each organisation, and one link is somebody's.
  'campaigns.signing': () =>
    Object.entries(organizations).flatMap(([name, organization], n) =>
      ['PRIVATE', 'AGGREGATE_ONLY'].map((level, k) => ({
        organization_id: organization,
        id: idFor('sng', `${name} ${k}`),
        sharing_level: level,
        ...signedIn(n + k),
        link_key: name === 'east' && k === 0 ? linkKeyOf(links.signing) : undefined,
      })),
    ),
  'campaigns.signature': () =>
    Object.entries(organizations).flatMap(([name, organization], n) =>
      [0, 1].map((k) => ({
        organization_id: organization,
        id: idFor('sig', `${name} ${k}`),
        bringer_id: organization,
        signing_id: idFor('sng', `${name} ${k}`),
        ...signedIn(n + k),
        contacts_until: '9999-12-31',
        link_key: name === 'east' && k === 0 ? linkKeyOf(links.signing) : undefined,
      })),
    ),
  'members.invitation': () =>
    Object.entries(organizations).flatMap(([name, id]) =>
      [['VIEWER'], ['ORG_ADMIN'], ['ORG_ADMIN']].map((roles, k) => ({
        organization_id: id,
        id: idFor('inv', `${name} ${k}`),
        roles,
        first_admin: k === 2,
        link_key: name === 'east' && k === 0 ? hashOf(links.invitation) : undefined,
        invited_by: idFor('per', `${name} ORG_ADMIN`),
      })),
    ),
};

/** Open calls of all organisations, in turn. */
function signedIn(n: number): Values {
  const [name, lead] = Object.entries(organizations)[n % organizationNames.length]!;
  return { lead_id: lead, call_id: idFor('acl', `${name} ${1 + (n % (levels.length - 1))}`) };
}

function linkOf(name: string, n: number, k: number): string | undefined {
  if (n === 2 && k === 1) return hashOf(links.application);
  return name === 'gone' && k === 1 ? hashOf(links.goneApplication) : undefined;
}
