/**
 * To which right of the matrix each field belongs: the second book, kept apart from the policy and read by tests alone.
 * A field belongs to the group whose data it tells, and one that leads to another group's records belongs to that one
 * (`Campaign.internal`). `group` is to read; `group:c` another operation.
 */

/** Value types and reference data: nobody's. Connections and payloads lead there through a guarded field. */
const openTypes: ReadonlySet<string> = new Set([
  ...['LocalizedText', 'Translation', 'Term', 'Taxonomy', 'SourceReference', 'Place', 'Period', 'Measure'],
  ...['FigurePart', 'FigureSpan', 'SdgTarget', 'Instrument', 'PageInfo', 'UserError'],
  ...[
    'BillImportFailure',
    'AccessExplanation',
    'AccessReason',
    'AccessRemedy',
    'Tokens',
    'ServedOrganization',
  ],
]);
const isOpen = (type: string) => openTypes.has(type) || /(Connection|Edge|Payload)$/.test(type);

/** What the fields of a record belong to. */
const homes: Readonly<Record<string, string>> = {
  Organization: 'org.public',
  OrganizationCredit: 'org.public',
  Official: 'org.public',
  StrategyItem: 'org.public',
  Membership: 'org.public',
  MembershipChange: 'membership.application',
  MembershipApplication: 'membership.application',
  Viewer: 'user.account',
  SignIn: 'user.account',
  Notice: 'user.account',
  Colleague: 'member.directory',
  RoleProposal: 'user.role.sensitive',
  Invitation: 'user.invitation',
  RecoveryRequest: 'user.invitation',
  ApiClient: 'apikey.meta',
  ApiKey: 'apikey.meta',
  Agreement: 'agreement',
  Engagement: 'stakeholder.engagement',
  OrganizationPolicy: 'org.policy',
  OrgPolicyVersion: 'org.policy',
  Narrowing: 'org.policy',
  OrganizationSharing: 'org.policy',
  GroupSharing: 'org.policy',
  SharingVersion: 'org.policy',
  AccessLog: 'audit.org',
  AccessLogPart: 'audit.org',
  AccessLogEntry: 'audit.org',
  AuditHead: 'audit.head',
  ReportedFigure: 'report.figure',
  ImpactReport: 'report.figure',
  MembersImpact: 'report.figure',
  CampaignsImpact: 'report.figure',
  ServicesImpact: 'report.figure',
  EventsImpact: 'report.figure',
  Campaign: 'campaign.summary',
  CampaignInternal: 'campaign.internal',
  CampaignPartnership: 'campaign.partner',
  CampaignTask: 'campaign.task',
  CampaignTaskProgress: 'campaign.task',
  OrganizationTaskProgress: 'campaign.task',
  MediaItem: 'campaign.summary',
  Publication: 'campaign.summary',
  OversightReport: 'campaign.summary',
  OutreachContact: 'outreach.log',
  Follow: 'follow',
  FollowedChange: 'follow',
  CampaignCount: 'campaign.summary',
  ActionCall: 'campaign.summary',
  ActionCallSponsorship: 'campaign.partner',
  Signature: 'campaign.supporters',
  Signing: 'campaign.supporters',
  SignatureCounts: 'campaign.supporters:n',
  OrganizationSignatureCount: 'campaign.supporters:n',
  SignatureGrowth: 'campaign.supporters:n',
  Jurisdiction: 'bill.record',
  LegislativeSession: 'bill.record',
  Legislator: 'bill.record',
  Bill: 'bill.record',
  BillAction: 'bill.record',
  BillPosition: 'bill.position',
  Testimony: 'bill.position',
  Scorecard: 'bill.position',
  ScoredVote: 'bill.position',
  BillPositionCount: 'bill.position',
  BillVersion: 'bill.record',
  BillSponsorship: 'bill.record',
  BillRelation: 'bill.record',
  VoteEvent: 'bill.record',
  VoteCount: 'bill.record',
  Vote: 'bill.record',
  Activity: 'campaign.summary',
  Result: 'campaign.summary',
  Indicator: 'campaign.summary',
  IndicatorBaseline: 'campaign.summary',
  IndicatorPeriod: 'campaign.summary',
  IndicatorFigure: 'campaign.summary',
  IndicatorDocument: 'campaign.summary',
  IndicatorPart: 'campaign.summary',
  IndicatorProgress: 'campaign.summary',
  IndicatorRollUp: 'campaign.summary',
  IndicatorCorrection: 'campaign.summary',
  Service: 'service.directory',
  ServiceStep: 'service.directory',
  ServiceShare: 'service.directory',
  LanguageAccess: 'service.directory',
  Assistance: 'service.directory',
  AssistedReturn: 'service.directory',
  StoryProfile: 'story.profile',
  Event: 'event.public',
  EventDate: 'event.public',
  EventQuantity: 'event.public',
};

/** Which subgraph keeps the records that others point at. */
export const owners: Readonly<Record<string, string>> = {
  Organization: 'members',
  OrganizationCredit: 'members',
  Campaign: 'campaigns',
  Service: 'legal',
  StoryProfile: 'legal',
  Event: 'events',
};

/** Lists, parts and links of a type that lead to another group; by name, since the link itself is what is shared. */
const leading: Readonly<Record<string, string>> = {
  people: 'member.directory',
  invitations: 'user.invitation',
  recoveryRequests: 'user.invitation',
  roleProposals: 'user.role.sensitive',
  engagements: 'stakeholder.engagement',
  agreements: 'agreement',
  sharing: 'org.policy',
  policy: 'org.policy',
  apiClients: 'apikey.meta',
  accessLog: 'audit.org',
  memberFigures: 'report.figure',
  campaignFigures: 'report.figure',
  serviceFigures: 'report.figure',
  eventFigures: 'report.figure',
  figures: 'report.figure',
  impact: 'report.figure',
};
const single: Readonly<Record<string, string>> = {
  'Viewer.organization': 'user.role',
  'Viewer.roles': 'user.role',
  'Colleague.roles': 'user.role',
  'Colleague.sensitiveRoles': 'user.role.sensitive',
  'Membership.changes': 'membership.application',
  'AccessLogPart.head': 'audit.head',
  'ReportedFigure.campaign': 'campaign.summary',
  'Service.campaign': 'campaign.summary',
  'Event.campaign': 'campaign.summary',
  'Campaign.internal': 'campaign.internal',
  'Campaign.partnerships': 'campaign.partner',
  'Campaign.tasks': 'campaign.task',
  'Campaign.taskProgress': 'campaign.task',
  'CampaignPartnership.campaign': 'campaign.summary',
  'ActionCall.bill': 'bill.record',
  'ActionCall.legislators': 'bill.record',
  'ActionCall.signatures': 'campaign.supporters',
  'ActionCall.signatureCounts': 'campaign.supporters:n',
  'ActionCallSponsorship.actionCall': 'campaign.summary',
  'Signature.actionCall': 'campaign.summary',
  'Signing.actionCall': 'campaign.summary',
  'MediaItem.bill': 'bill.record',
  'Publication.bill': 'bill.record',
  'OversightReport.bill': 'bill.record',
  'OutreachContact.campaign': 'campaign.summary',
  'OutreachContact.bill': 'bill.record',
  'OutreachContact.legislator': 'bill.record',
  'Follow.campaign': 'campaign.summary',
  'Follow.bill': 'bill.record',
  'Follow.legislator': 'bill.record',
  'FollowedChange.campaign': 'campaign.summary',
  'FollowedChange.bill': 'bill.record',
  'FollowedChange.legislator': 'bill.record',
  'Campaign.events': 'event.public',
  'Campaign.services': 'service.directory',
  'Campaign.steps': 'service.directory',
  'CampaignsImpact.campaigns': 'campaign.summary',
  'CampaignsImpact.sdgTargets': 'campaign.summary',
  'ServicesImpact.services': 'service.directory',
  'EventsImpact.events': 'event.public',
  'EventsImpact.held': 'event.public',
  'BillPosition.bill': 'bill.record',
  'Testimony.bills': 'bill.record',
  'ScoredVote.bill': 'bill.record',
  'Bill.testimonies': 'bill.position',
  'Legislator.scorecard': 'bill.position',
  'Bill.positions': 'bill.position',
  'Bill.positionCounts': 'bill.position',
  'Bill.position': 'bill.position',
  'Organization.billPositions': 'bill.position',
  'Organization.campaigns': 'campaign.summary',
  'Organization.partnerCampaigns': 'campaign.summary',
  'Organization.fundedCampaigns': 'campaign.summary',
  'Organization.services': 'service.directory',
  'Organization.referredBy': 'service.directory',
  'Organization.languageAccess': 'service.directory',
  'Organization.assistance': 'service.directory',
  'Organization.assistedReturn': 'service.directory',
  'Organization.storyProfiles': 'story.profile',
  'Organization.events': 'event.public',
  'Organization.coOrganizedEvents': 'event.public',
  'Organization.hostedEvents': 'event.public',
};

const roots: Readonly<Record<string, string>> = {
  'org.public': 'organizations organization memberships',
  'membership.application': 'membershipApplications membershipApplication',
  'user.role': 'viewer',
  'apikey.meta': 'viewerTool',
  'user.invitation': 'invitation',
  agreement: 'agreement',
  'audit.org': 'accessLog',
  'audit.head': 'membersAuditHeads campaignsAuditHeads legalAuditHeads eventsAuditHeads',
  'report.figure': 'memberFigures campaignFigures serviceFigures eventFigures impactReport',
  'campaign.summary': `campaigns campaign campaignCounts campaignsBehindTarget indicator actionCalls actionCall
    mediaItems mediaItem publications publication oversightReports oversightReport oversightReportsDue`,
  'campaign.supporters': 'signing',
  'bill.position': 'billsAwaitingPosition',
  'bill.record': 'bills bill jurisdictions legislators legislator',
  follow: 'follows followedChanges',
  'outreach.log': 'outreachContacts outreachContact',
  'campaign.partner':
    'campaignPartnerships campaignPartnership campaignInvitationsUnanswered actionCallSponsorships',
  'campaign.task': 'campaignTasks campaignTask campaignTasksDueThisWeek',
  'service.directory': 'services service',
  'story.profile': 'storyProfiles storyProfile',
  'event.public': 'events event',
  // A question about rights; its answer is about what the asker may see.
  open: 'taxonomies taxonomy places membersAccess campaignsAccess legalAccess eventsAccess',
};

/** Changes, by what they do to which records. What a mutation needs besides is for the rows to say. */
const mutations: Readonly<Record<string, string>> = {
  'user.account:c': 'signIn tokenRefresh externalIdentityLink recoveryComplete',
  'user.account:u': `signInEnd signOut signOutEverywhere organizationSwitch passwordChange noticeDismiss secondFactorStart
    secondFactorConfirm secondFactorRemove recoveryCodesRenew externalIdentityUnlink`,
  'user.invitation:c': 'invitationCreate recoveryRequestCreate recoveryRequestApprove',
  'user.invitation:u': 'invitationAccept',
  'user.invitation:d': 'invitationRevoke recoveryRequestDismiss',
  'user.role:c': 'roleGrant',
  'user.role:d': 'roleRevoke accountDeactivate',
  'user.role.sensitive:c': 'roleProposalCreate roleProposalApprove roleProposalApply roleProposalDismiss',
  'membership.application:c': 'membershipApply',
  'membership.application:u': `membershipApplicationUpdate membershipApplicationWithdraw membershipReviewStart
    membershipAdmit membershipReject membershipSuspend membershipReactivate`,
  'org.public:u': 'membershipLeave',
  'agreement:c': 'agreementPropose agreementAmend',
  'agreement:u': 'agreementSign agreementSuspend agreementResume agreementRevoke',
  'apikey.meta:c': 'apiClientCreate apiKeyCreate apiKeyRotate',
  'apikey.meta:d': 'apiKeyRevoke apiClientRevoke',
  'campaign.summary:c': `campaignCreate activityCreate resultCreate indicatorCreate actionCallCreate mediaItemCreate
    publicationCreate oversightReportCreate`,
  'campaign.summary:s': 'actionCallOpen',
  'campaign.summary:d': `activityArchive resultArchive indicatorArchive indicatorPeriodRemove mediaItemArchive
    publicationArchive oversightReportArchive`,
  'campaign.summary:u': `campaignUpdate campaignPlan campaignActivate campaignPause campaignComplete campaignCancel activityUpdate
    resultUpdate indicatorUpdate indicatorBaselineSet indicatorPeriodAdd indicatorPeriodUpdate indicatorTargetSet indicatorActualReport
    indicatorActualCorrect actionCallUpdate actionCallClose mediaItemUpdate publicationUpdate oversightReportUpdate`,
  'campaign.partner:c': 'campaignPartnerInvite actionCallSponsorInvite',
  'campaign.partner:u': `campaignPartnerJoin campaignPartnerDecline campaignPartnerLeave actionCallSponsorJoin
    actionCallSponsorEnd`,
  'campaign.supporters:c': 'actionCallSign',
  'campaign.supporters:u': 'signatureConfirm signatureUpdate',
  'campaign.supporters:d': 'signatureWithdraw',
  'campaign.partner:d': 'campaignPartnerRemove',
  'campaign.task:c': 'campaignTaskCreate',
  'campaign.task:u': 'campaignTaskUpdate campaignTaskMove',
  'campaign.internal:u': 'campaignInternalSet',
  'outreach.log:c': 'outreachContactCreate',
  'outreach.log:u': 'outreachContactUpdate',
  'outreach.log:d': 'outreachContactArchive',
  'follow:c': 'follow',
  'follow:u': 'followAcknowledge',
  'follow:d': 'unfollow',
  'bill.record:c': 'billAdd',
  'bill.record:u': 'billsImport billUpdate legislativeSessionSet',
  'bill.position:c': 'billPositionTake testimonyCreate testimonyShare',
  'bill.position:u': 'testimonyUpdate testimonyDeliver',
  'bill.position:s': 'testimonyApprove',
  'org.policy:u': `orgPolicySet orgPolicyDismiss membersSharingSet membersSharingDismiss campaignsSharingSet
    campaignsSharingDismiss legalSharingSet legalSharingDismiss eventsSharingSet eventsSharingDismiss`,
  'org.policy:s': `orgPolicyApprove orgPolicyApply membersSharingApprove membersSharingApply campaignsSharingApprove
    campaignsSharingApply legalSharingApprove legalSharingApply eventsSharingApprove eventsSharingApply`,
  // Which group's own right it takes as well depends on the record; these are the least.
  'org.policy': 'membersSharingLevelSet campaignsSharingLevelSet legalSharingLevelSet eventsSharingLevelSet',
};

const rootRights = new Map([...byField('Query', roots), ...byField('Mutation', mutations)]);

/**
 * The right that a field needs, `open`, or null for a field that nobody has placed. Of another subgraph's record
 * (`stub`) a subgraph holds the pointer alone.
 */
export function rightOfField(type: string, field: string, isStub: boolean): string | null {
  if (type === 'Query' || type === 'Mutation') return rootRights.get(`${type}.${field}`) ?? null;
  if (isOpen(type)) return 'open';
  if (field === 'ref' && (isStub || type === 'AccessLog')) return 'open';
  return single[`${type}.${field}`] ?? leading[field] ?? homes[type] ?? null;
}

function byField(type: string, rights: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(rights).flatMap(([right, fields]) =>
    fields.split(/\s+/).map((field): [string, string] => [`${type}.${field}`, right]),
  );
}
