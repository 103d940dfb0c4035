/** What one command of a database role needs: letters of the matrix that allow it, and the columns it may name. */
export interface Right {
  readonly by: string;
  /** All of them when missing. */
  readonly columns?: readonly string[];
}

export interface TableRights {
  readonly insert?: Right;
  readonly update?: Right;
  readonly delete?: Right;
  /** Columns that the gateway's question "who is that", and signing in, read of every row. */
  readonly identity?: readonly string[];
  /** Commands of those, as granted: a whole table, or columns of it. */
  readonly identityWrites?: Readonly<
    Partial<Record<'insert' | 'update' | 'delete', readonly string[] | 'all'>>
  >;
  /** What the functions behind the log and the credits do. */
  readonly auditor?: string;
  /** Columns that the functions behind totals read. */
  readonly counted?: readonly string[];
  /** Rows of the subgraph's own upkeep: commands, and nobody's data. */
  readonly upkeep?: string;
  /** Writes that leave no entry in the log. */
  readonly unlogged?: true;
}

const ownLevel: TableRights = { update: { by: 's', columns: ['sharing_level', 'chosen_level'] } };

/** What hangs on a bill is written anew with it, and the log names the bill. */
const partOfBill: TableRights = { insert: { by: 'c' }, delete: { by: 'd' }, unlogged: true };
const partOfCampaign: TableRights = { insert: { by: 'cu' }, delete: { by: 'u' }, unlogged: true };

const lineOfCampaign = ['organization_id', 'sharing_level', 'subject_id', 'id', 'position'];
/** Records that people keep for a campaign or a bill; a kind has columns of its own. */
const recordOf = (...own: readonly string[]): TableRights => {
  const content = ['title', 'campaign_id', 'campaign_level', 'bill_id', 'links', ...own];
  return {
    insert: { by: 'c', columns: ['organization_id', 'id', 'sharing_level', ...content] },
    update: { by: 'uds', columns: ['sharing_level', 'chosen_level', ...content, 'archived_at', 'version'] },
  };
};

const inEverySubgraph: Readonly<Record<string, TableRights>> = {
  idempotency: { upkeep: 'select, insert, update, delete' },
  audit_entry: { auditor: 'select, insert' },
  audit_head: { auditor: 'select, insert, update' },
  sharing_version: {
    insert: { by: 'u' },
    update: { by: 'u', columns: ['state'] },
    auditor: 'select',
  },
  campaign_link: ownLevel,
  figure: ownLevel,
};

/**
 * What each table lets whom do besides the subgraph reading it: the second book, kept apart from the policy. A table
 * that is not named lets nobody write. Nothing that says who somebody is, and no term of an agreement, can be rewritten.
 */
const single: Readonly<Record<string, TableRights>> = {
  'campaigns.campaign': {
    insert: { by: 'c' },
    update: {
      by: 'us',
      columns: [
        ...['sharing_level', 'chosen_level', 'kind', 'title', 'subtitle', 'acronym', 'objective'],
        ...[
          'objective_sources',
          'status',
          'country',
          'period_label',
          'period_start',
          'period_end',
          'version',
        ],
      ],
    },
  },
  'campaigns.campaign_search': partOfCampaign,
  'campaigns.campaign_tag': partOfCampaign,
  'campaigns.campaign_credit': partOfCampaign,
  'campaigns.activity': {
    insert: {
      by: 'c',
      columns: [
        ...['organization_id', 'sharing_level', 'subject_id', 'id', 'position', 'sources'],
        ...['kind', 'description', 'planned', 'done', 'progress_unit', 'assignee_id', 'due_on'],
      ],
    },
    update: {
      by: 'ud',
      columns: [
        ...['kind', 'description', 'planned', 'done', 'progress_unit', 'assignee_id', 'due_on'],
        ...['archived_at', 'version'],
      ],
    },
  },
  'campaigns.result': {
    insert: { by: 'c', columns: [...lineOfCampaign, 'type', 'description', 'sources'] },
    update: { by: 'ud', columns: ['type', 'description', 'archived_at', 'version'] },
  },
  'campaigns.indicator': {
    insert: {
      by: 'c',
      columns: [
        ...[...lineOfCampaign, 'result_id', 'title', 'ascending'],
        ...['measure', 'unit', 'aggregable', 'sources'],
      ],
    },
    // What it counts stays.
    update: {
      by: 'ud',
      columns: [
        ...['result_id', 'title', 'ascending', 'archived_at', 'version'],
        ...['baseline_value', 'baseline_year', 'baseline_on', 'baseline_comment'],
      ],
    },
  },
  'campaigns.indicator_period': {
    insert: { by: 'u', columns: [...lineOfCampaign, 'starts_on', 'ends_on'] },
    update: {
      by: 'u',
      columns: [
        ...['starts_on', 'ends_on', 'target_value', 'target_qualifier', 'target_comment', 'target_place'],
        ...['target_documents', 'target_parts', 'actual_value', 'actual_qualifier', 'actual_comment'],
        ...['actual_place', 'actual_documents', 'actual_parts'],
      ],
    },
    delete: { by: 'd' },
  },
  'campaigns.indicator_correction': {
    insert: {
      by: 'u',
      columns: ['organization_id', 'sharing_level', 'subject_id', 'position', 'value', 'qualifier', 'reason'],
    },
  },
  'campaigns.indicator_link': { insert: { by: 'cu' }, delete: { by: 'u' }, unlogged: true },
  'campaigns.activity_search': { insert: { by: 'cu' }, delete: { by: 'ud' }, unlogged: true },
  'campaigns.campaign_partnership': {
    insert: { by: 'c', columns: ['organization_id', 'id', 'campaign_id', 'partner_id', 'message'] },
    update: { by: 'ud', columns: ['state'] },
  },
  'campaigns.campaign_task': {
    insert: {
      by: 'c',
      columns: [
        ...[
          'organization_id',
          'id',
          'sharing_level',
          'campaign_id',
          'campaign_level',
          'title',
          'description',
        ],
        ...['owner_organization_id', 'person_id', 'due_on', 'blocker_ids'],
      ],
    },
    update: {
      by: 'us',
      columns: [
        ...['sharing_level', 'chosen_level', 'title', 'description', 'owner_organization_id', 'person_id'],
        ...['state', 'due_on', 'blocker_ids', 'version'],
      ],
    },
  },
  'campaigns.action_call': {
    insert: { by: 'c' },
    update: {
      by: 'us',
      columns: [
        ...['sharing_level', 'chosen_level', 'campaign_id', 'kind', 'state', 'title', 'text', 'addressee'],
        ...['bill_id', 'legislator_ids', 'opens_on', 'closes_on', 'goal', 'version', 'contact_key'],
      ],
    },
    auditor: 'select, update',
    counted: ['organization_id', 'id', 'sharing_level', 'state', 'opens_on', 'closes_on', 'contact_key'],
  },
  'campaigns.action_call_sponsorship': {
    insert: { by: 'c', columns: ['organization_id', 'id', 'call_id', 'partner_id'] },
    update: { by: 'ud', columns: ['state'] },
  },
  'campaigns.action_call_sponsor': { auditor: 'select, insert, delete' },
  'campaigns.signing': {
    insert: {
      by: 'c',
      columns: ['organization_id', 'sharing_level', 'id', 'lead_id', 'call_id', 'person_key', 'link_key'],
    },
    update: { by: 'us', columns: ['confirmed_at', 'sharing_level', 'chosen_level'] },
    delete: { by: 'd' },
    counted: [
      ...['organization_id', 'sharing_level', 'lead_id', 'call_id', 'person_key'],
      ...['signed_at', 'confirmed_at'],
    ],
  },
  'campaigns.signature': {
    insert: {
      by: 'c',
      columns: [
        ...['organization_id', 'id', 'bringer_id', 'signing_id', 'lead_id', 'call_id', 'contacts_until'],
        ...['person_key', 'link_key', 'name', 'email', 'comment', 'place', 'language', 'consent_version'],
      ],
    },
    update: { by: 'u', columns: ['name', 'place', 'comment'] },
    delete: { by: 'd' },
    auditor: 'select, delete',
  },
  'campaigns.signing_count': { upkeep: 'select, insert, update' },
  'campaigns.campaign_internal': { insert: { by: 'c' }, update: { by: 'us' } },
  'campaigns.jurisdiction': { insert: { by: 'c' }, update: { by: 'u' } },
  'campaigns.legislative_session': { insert: { by: 'c' }, update: { by: 'u' } },
  'campaigns.legislator': { insert: { by: 'c' }, update: { by: 'u' } },
  'campaigns.bill': { insert: { by: 'c' }, update: { by: 'u' } },
  'campaigns.bill_position': {
    insert: { by: 'c' },
    update: { by: 'us', columns: ['replaced_on', 'sharing_level', 'chosen_level'] },
  },
  'campaigns.testimony': {
    insert: { by: 'c' },
    update: {
      by: 'us',
      columns: [
        ...['version', 'state', 'text', 'approved_on', 'delivered_on'],
        ...['sharing_level', 'chosen_level'],
      ],
    },
  },
  'campaigns.testimony_bill': { insert: { by: 'c' } },
  'campaigns.media_item': recordOf('kind', 'published_on', 'outlet', 'language'),
  'campaigns.publication': recordOf('kind', 'published_on', 'summary', 'languages'),
  'campaigns.oversight_report': recordOf(
    ...['government_action', 'finding', 'found_on', 'response', 'follow_up_on'],
  ),
  'campaigns.outreach_contact': {
    insert: {
      by: 'c',
      columns: [
        ...['organization_id', 'id', 'sharing_level', 'channel', 'contacted_on', 'with_whom', 'language'],
        ...['outcome', 'campaign_id', 'bill_id', 'legislator_id'],
      ],
    },
    update: {
      by: 'uds',
      columns: [
        ...['sharing_level', 'chosen_level', 'channel', 'contacted_on', 'with_whom', 'language', 'outcome'],
        ...['campaign_id', 'bill_id', 'legislator_id', 'archived_at', 'version'],
      ],
    },
  },
  'campaigns.follow': {
    insert: { by: 'c', columns: ['organization_id', 'id', 'follower_id', 'subject_id'] },
    update: { by: 'u', columns: ['horizon', 'sequence'] },
    delete: { by: 'd' },
    unlogged: true,
  },
  'campaigns.campaign_change': { auditor: 'select, insert' },
  'campaigns.bill_change': { auditor: 'select, insert' },
  'campaigns.legislator_change': { auditor: 'select, insert' },
  'campaigns.bill_search': partOfBill,
  'campaigns.bill_tag': partOfBill,
  'campaigns.bill_action': partOfBill,
  'campaigns.bill_relation': partOfBill,
  'campaigns.vote_event': partOfBill,
  'campaigns.vote': partOfBill,
  'events.event': ownLevel,
  'legal.service': ownLevel,
  'legal.story_profile': ownLevel,
  'members.engagement': ownLevel,
  'members.organization': {
    insert: { by: 'c' },
    update: { by: 'u', columns: ['organization_id'] },
    identity: ['id', 'kind'],
  },
  'members.organization_search': { insert: { by: 'c' }, unlogged: true },
  'members.organization_credit': { auditor: 'select, insert, update' },
  'members.membership': {
    insert: { by: 'c' },
    update: { by: 'u', columns: ['status', 'since'] },
    identity: ['organization_id', 'status'],
  },
  'members.membership_change': { insert: { by: 'u' } },
  'members.application': {
    insert: { by: 'c' },
    update: {
      by: 'u',
      columns: [
        ...['status', 'decided_at', 'decision_reason'],
        ...['name', 'kind', 'country', 'place', 'description', 'contact_name', 'contact_email', 'reason'],
      ],
    },
  },
  'members.application_count': { upkeep: 'select, insert, update' },
  'members.attempt': {
    identity: ['key', 'failures', 'counted_at', 'blocked_until'],
    identityWrites: { insert: 'all', update: 'all', delete: 'all' },
  },
  'members.person': {
    insert: { by: 'c', columns: ['id', 'name'] },
    identity: ['id', 'name', 'disabled_at'],
  },
  'members.account': {
    insert: { by: 'c', columns: ['person_id', 'email', 'email_key', 'password_hash'] },
    update: {
      by: 'u',
      columns: [
        ...['password_hash', 'password_changed_at'],
        ...['totp_secret', 'totp_pending', 'totp_last_step', 'recovery_keys'],
      ],
    },
    identity: ['person_id', 'email_key', 'password_hash', 'totp_secret', 'totp_last_step', 'recovery_keys'],
    identityWrites: { update: 'all' },
  },
  'members.sign_in': {
    insert: { by: 'c', columns: ['id', 'person_id', 'organization_id', 'second_factor_at'] },
    update: {
      by: 'u',
      columns: [
        ...['organization_id', 'generation', 'last_used_at', 'second_factor_at'],
        ...['ended_at', 'ended_because'],
      ],
    },
    identity: [
      ...['id', 'person_id', 'organization_id', 'generation'],
      ...['last_used_at', 'second_factor_at', 'ended_at', 'expires_at'],
    ],
    identityWrites: { update: 'all' },
  },
  'members.external_identity': {
    insert: { by: 'c', columns: ['organization_id', 'issuer', 'subject', 'person_id'] },
    delete: { by: 'u' },
    identity: ['organization_id', 'issuer', 'subject', 'person_id'],
  },
  'members.notice': {
    update: { by: 'u', columns: ['dismissed_at'] },
    identityWrites: { insert: 'all' },
    unlogged: true,
  },
  'members.role_grant': {
    insert: { by: 'c', columns: ['organization_id', 'person_id', 'role', 'granted_by'] },
    delete: { by: 'd' },
    identity: ['organization_id', 'person_id', 'role'],
    identityWrites: { insert: 'all' },
  },
  'members.sensitive_role_grant': {
    insert: { by: 'c', columns: ['organization_id', 'person_id', 'role', 'granted_by'] },
    delete: { by: 'd' },
    identity: ['organization_id', 'person_id', 'role'],
    identityWrites: { insert: 'all' },
  },
  'members.role_proposal': {
    insert: { by: 'c', columns: ['organization_id', 'id', 'person_id', 'role', 'proposed_by'] },
    update: { by: 'c', columns: ['state', 'decided_by'] },
    identityWrites: { insert: 'all' },
  },
  'members.invitation': {
    insert: {
      by: 'c',
      columns: [
        ...['organization_id', 'id', 'email', 'roles', 'language'],
        ...['first_admin', 'link_key', 'invited_by'],
      ],
    },
    update: { by: 'ud', columns: ['accepted_at', 'revoked_at'] },
    identity: [
      ...['organization_id', 'id', 'roles', 'invited_by', 'first_admin'],
      ...['recovery_id', 'link_key', 'accepted_at', 'revoked_at', 'expires_at'],
    ],
    identityWrites: { insert: 'all', update: 'all' },
  },
  'members.colleague': {
    update: { by: 'ud', columns: ['name', 'left_at'] },
    identity: ['organization_id', 'id', 'name'],
    identityWrites: { insert: 'all', update: 'all' },
  },
  'members.recovery_request': {
    insert: {
      by: 'c',
      columns: ['organization_id', 'id', 'kind', 'email', 'email_keys', 'reason', 'requested_by'],
    },
    update: { by: 'cd', columns: ['state', 'decided_by'] },
    identity: [
      ...['organization_id', 'id', 'kind', 'email', 'email_keys', 'state'],
      ...['decided_by', 'decided_at', 'link_key', 'link_expires_at', 'used_at'],
    ],
    identityWrites: { update: 'all' },
  },
  'members.agreement': {
    insert: { by: 'c' },
    update: {
      by: 'u',
      columns: [
        ...['partner_signed_by', 'partner_signed_at', 'suspended_at', 'suspended_by_organization'],
        ...['revoked_at', 'revoked_by_organization', 'replaced_at'],
      ],
    },
    identity: [
      ...['organization_id', 'partner_id', 'groups', 'maximum_level', 'starts_on', 'ends_on'],
      ...['signed_at', 'partner_signed_at', 'suspended_at', 'revoked_at', 'replaced_at'],
    ],
  },
  'members.api_client': {
    insert: { by: 'c' },
    update: { by: 'd', columns: ['revoked_at'] },
    identity: ['organization_id', 'id', 'revoked_at'],
  },
  'members.api_key': {
    insert: { by: 'c' },
    update: { by: 'd', columns: ['revoked_at'] },
    identity: [
      ...['organization_id', 'id', 'client_id', 'key_hash', 'scopes', 'addresses'],
      ...['granted_by', 'expires_at', 'last_used_at', 'revoked_at'],
    ],
    identityWrites: { update: ['last_used_at', 'key_hash'] },
  },
  'members.org_policy': {
    insert: { by: 'u' },
    update: { by: 'u', columns: ['state'] },
    identity: ['organization_id', 'state', 'narrowed', 'allowed_tools'],
  },
};

/** The rights on a table, named with its schema. */
export function rightsOn(table: string): TableRights {
  return single[table] ?? inEverySubgraph[table.split('.')[1]!] ?? {};
}

/** Tables named above, so that a test sees when one is no more. */
export const namedTables: readonly string[] = Object.keys(single);
