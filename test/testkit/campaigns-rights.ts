import type { TableRights } from './table-rights';

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

export const campaignsRights: Readonly<Record<string, TableRights>> = {
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
    counted: ['organization_id', 'id', 'sharing_level', 'state', 'opens_on', 'closes_on'],
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
      ...['signed_at', 'confirmed_at', 'withdrawn_at'],
    ],
    auditor: 'select, update, delete',
  },
  'campaigns.signature': {
    insert: {
      by: 'c',
      columns: [
        ...['organization_id', 'id', 'bringer_id', 'signing_id', 'lead_id', 'call_id'],
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
    counted: ['organization_id', 'sharing_level', 'channel', 'campaign_id', 'archived_at'],
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
};
