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

/** The right of each field of `Query` and `Mutation`, under `Query.bill`; the second book as well. */
export const rootRights = new Map([...byField('Query', roots), ...byField('Mutation', mutations)]);

function byField(type: string, rights: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(rights).flatMap(([right, fields]) =>
    fields.split(/\s+/).map((field): [string, string] => [`${type}.${field}`, right]),
  );
}
