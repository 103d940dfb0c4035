import { TypeID, typeid } from 'typeid-js';
import { v5 as uuidFromName } from 'uuid';
import { HubError } from '../errors';

/** What an id names, by its prefix. Ids are TypeIDs: `org_01h455vb4pex5vsknk084sn02q`. */
export const idPrefixes = {
  Organization: 'org',
  Official: 'ofc',
  StrategyItem: 'stg',
  Engagement: 'eng',
  Person: 'per',
  Campaign: 'cmp',
  Jurisdiction: 'jur',
  Legislator: 'leg',
  Bill: 'bil',
  VoteEvent: 'vte',
  BillPosition: 'pos',
  Testimony: 'tst',
  CampaignPartnership: 'cpa',
  CampaignTask: 'tsk',
  ActionCall: 'acl',
  ActionCallSponsorship: 'spo',
  Signing: 'sng',
  Signature: 'sig',
  MediaItem: 'med',
  Publication: 'pub',
  OversightReport: 'ovr',
  OutreachContact: 'otc',
  Follow: 'fol',
  FollowedChange: 'chg',
  Activity: 'act',
  Result: 'res',
  Indicator: 'ind',
  IndicatorPeriod: 'ipd',
  Service: 'srv',
  StoryProfile: 'sto',
  Event: 'evt',
  EventQuantity: 'eqy',
  ReportedFigure: 'fig',
  Agreement: 'agr',
  SharingVersion: 'shv',
  OrgPolicyVersion: 'opv',
  Application: 'apl',
  MembershipChange: 'mch',
  ApiClient: 'cli',
  ApiKey: 'key',
  SignIn: 'sgn',
  Invitation: 'inv',
  RoleProposal: 'rpr',
  RecoveryRequest: 'rcv',
} as const;
export type IdKind = keyof typeof idPrefixes;

const seedNamespace = '6f1c2f6e-3f0a-5d7b-9c55-7d1a1d0c2b11';

/**
 * The id of a seed record, computed from its slug: subgraphs can point at each other's records without
 * asking, and seeding twice finds the same rows. Rows that people create get time-sorted ids instead.
 */
export function seedId(kind: IdKind, slug: string): string {
  const prefix = idPrefixes[kind];
  return TypeID.fromUUID(prefix, uuidFromName(`${prefix}:${slug}`, seedNamespace)).toString();
}

/** The id of a row that people create: sorts by time. */
export function newId(kind: IdKind): string {
  return typeid(idPrefixes[kind]).toString();
}

const suffix = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** Whether the text is an id of this kind; says nothing about whether it exists. */
export function isId(kind: IdKind, id: unknown): id is string {
  const prefix = `${idPrefixes[kind]}_`;
  return typeof id === 'string' && id.startsWith(prefix) && suffix.test(id.slice(prefix.length));
}

/** @throws HubError INVALID_ID when the text is not an id of this kind. */
export function requireId(kind: IdKind, id: string): string {
  if (!isId(kind, id))
    throw new HubError(
      'INVALID_ID',
      `expected the id of a ${kind}, which starts with "${idPrefixes[kind]}_"`,
    );
  return id;
}
