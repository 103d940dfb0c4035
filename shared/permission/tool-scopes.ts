import { roles as everyRole, type Role } from '../identity/viewer';

const campaigners = ['ORG_ADMIN', 'CAMPAIGNER', 'COALITION_STAFF'] as const;
const editors = ['ORG_ADMIN', 'CASEWORKER', 'CAMPAIGNER', 'COALITION_STAFF'] as const;

/**
 * What a third-party tool can be let do, of all subgraphs: `group:operation`, and the roles that have the right
 * themselves and may therefore lend it. Keys are kept by one subgraph and looked at by all; a test compares this with
 * the matrix. No group about clients is ever among them.
 */
export const toolScopes: Readonly<Record<string, readonly Role[]>> = {
  'org.public:r': everyRole,
  'member.directory:r': everyRole,
  'volunteer.profile:n': everyRole,
  'fund.summary:r': everyRole,
  'campaign.summary:r': everyRole,
  'campaign.supporters:c': campaigners,
  'campaign.supporters:n': ['ORG_ADMIN', 'CAMPAIGNER', 'VIEWER', 'COALITION_STAFF'],
  'outreach.log:c': campaigners,
  'bill.record:r': everyRole,
  'bill.position:r': everyRole,
  'bill.position:c': campaigners,
  'bill.position:u': campaigners,
  'report.figure:r': everyRole,
  'report.figure:c': editors,
  'report.figure:u': editors,
  'report.cube:r': everyRole,
  'event.public:r': everyRole,
  'event.public:c': editors,
  'event.public:u': editors,
  'event.attendees:c': editors,
  'event.attendees:n': everyRole,
  'service.directory:r': everyRole,
  'service.directory:c': ['ORG_ADMIN', 'CASEWORKER', 'COALITION_STAFF'],
  'service.directory:u': ['ORG_ADMIN', 'CASEWORKER', 'COALITION_STAFF'],
  'export.job:r': campaigners,
  'export.job:c': campaigners,
};
