/**
 * Which group of the matrix a table belongs to, read from the matrix's column "holds" and not from the policy: "funds,
 * grants, totals" are `fund.summary`. A name without a schema stands for the table of that name in every subgraph. What
 * is no row of an organisation or a person, or must never leave the database, is `closed`, with the reason.
 */
const groups: Readonly<Record<string, string>> = {
  // "Organization, advisory bodies, officials, external ids, membership status"
  'members.organization': 'org.public',
  'members.organization_search': 'org.public',
  'members.organization_credit': 'org.public',
  'members.official': 'org.public',
  'members.strategy_item': 'org.public',
  'members.membership': 'org.public',
  // "sharing policy, narrowed roles, opt-ins, allowed tools"
  'members.org_policy': 'org.policy',
  sharing_version: 'org.policy',
  // "applications to join"
  'members.application': 'membership.application',
  'members.membership_change': 'membership.application',
  // "own account: profile, password, factors, database sessions of sign-in"
  'members.person': 'user.account',
  'members.account': 'user.account',
  'members.sign_in': 'user.account',
  'members.external_identity': 'user.account',
  'members.notice': 'user.account',
  // "VIEWER, CAMPAIGNER, COALITION_STAFF in an organisation"; "ORG_ADMIN, CASEWORKER"
  'members.role_grant': 'user.role',
  'members.sensitive_role_grant': 'user.role.sensitive',
  'members.role_proposal': 'user.role.sensitive',
  // "invitations"; a recovery leads to one
  'members.invitation': 'user.invitation',
  'members.recovery_request': 'user.invitation',
  // "API clients and keys (never the secret)"
  'members.api_client': 'apikey.meta',
  'members.api_key': 'apikey.meta',
  // "people of an organisation as colleagues see them"
  'members.colleague': 'member.directory',
  // "stakeholders, dialogues, partnerships"
  'members.engagement': 'stakeholder.engagement',
  // "sharing agreements"
  'members.agreement': 'agreement',
  // "campaigns, activities, results, calls to action, media, publications, oversight"
  'campaigns.campaign': 'campaign.summary',
  'campaigns.campaign_search': 'campaign.summary',
  'campaigns.campaign_tag': 'campaign.summary',
  'campaigns.campaign_credit': 'campaign.summary',
  'campaigns.activity': 'campaign.summary',
  'campaigns.activity_search': 'campaign.summary',
  'campaigns.result': 'campaign.summary',
  'campaigns.indicator': 'campaign.summary',
  'campaigns.indicator_period': 'campaign.summary',
  'campaigns.indicator_link': 'campaign.summary',
  'campaigns.indicator_correction': 'campaign.summary',
  'campaigns.action_call': 'campaign.summary',
  'campaigns.action_call_sponsor': 'campaign.summary',
  'campaigns.media_item': 'campaign.summary',
  'campaigns.publication': 'campaign.summary',
  'campaigns.oversight_report': 'campaign.summary',
  campaign_link: 'campaign.summary',
  // "invitations and partnerships"
  'campaigns.campaign_partnership': 'campaign.partner',
  'campaigns.action_call_sponsorship': 'campaign.partner',
  // "signatures, pledges"
  'campaigns.signing': 'campaign.supporters',
  'campaigns.signature': 'campaign.supporters',
  // "tasks"
  'campaigns.campaign_task': 'campaign.task',
  // "strategy, budget notes"
  'campaigns.campaign_internal': 'campaign.internal',
  // "bills, actions, votes, legislators"
  'campaigns.jurisdiction': 'bill.record',
  'campaigns.legislative_session': 'bill.record',
  'campaigns.legislator': 'bill.record',
  'campaigns.bill': 'bill.record',
  'campaigns.bill_search': 'bill.record',
  'campaigns.bill_tag': 'bill.record',
  'campaigns.bill_action': 'bill.record',
  'campaigns.bill_relation': 'bill.record',
  'campaigns.vote_event': 'bill.record',
  'campaigns.vote': 'bill.record',
  // "positions, testimony"
  'campaigns.bill_position': 'bill.position',
  'campaigns.testimony': 'bill.position',
  'campaigns.testimony_bill': 'bill.position',
  // "follows and their cursors"; what changed is as open as what it is about
  'campaigns.follow': 'follow',
  'campaigns.campaign_change': 'campaign.summary',
  'campaigns.bill_change': 'bill.record',
  'campaigns.legislator_change': 'bill.record',
  // "outreach contacts"
  'campaigns.outreach_contact': 'outreach.log',
  // "reported and computed figures"
  figure: 'report.figure',
  figure_search: 'report.figure',
  // "anonymised profiles; no source line leaves the database"
  'legal.story_profile': 'story.profile',
  'legal.story_profile_search': 'story.profile',
  'legal.story_profile_tag': 'story.profile',
  'legal.story_profile_source': 'closed: no source line leaves the database',
  // "events, sessions, speakers, cohorts, outreach"
  'events.event': 'event.public',
  'events.event_search': 'event.public',
  'events.event_tag': 'event.public',
  'events.event_co_organizer': 'event.public',
  'events.event_quantity': 'event.public',
  // "services, programs, public places"
  'legal.service': 'service.directory',
  'legal.service_search': 'service.directory',
  'legal.service_tag': 'service.directory',
  'legal.service_figure': 'service.directory',
  // "access and change log"; "chain heads"
  audit_entry: 'audit.org',
  audit_head: 'audit.head',
  'members.attempt': 'closed: counts guesses, by keyed hashes',
  'members.application_count': 'closed: counts applications, by keyed hashes',
  'campaigns.signing_count': 'closed: counts signing, by keyed hashes',
  idempotency: 'closed: keys of mutations, each for its own holder',
  migration: 'closed: which migrations ran',
  seed_row: 'closed: which rows were seeded once',
};

/** The group of a table such as `members.figure`; null when it is closed, undefined when the list does not know it. */
export function groupOfTable(table: string): string | null | undefined {
  const group = groups[table] ?? groups[table.split('.')[1]!];
  return group?.startsWith('closed') ? null : group;
}

/** Columns that nobody reads back: "never the secret" of keys and links, passwords, factors. */
export const isSecretColumn = (column: string): boolean => /secret|hash|_key$|_keys$|^totp_/.test(column);
