import { seedId } from '../../shared/schema/type-id';
import { asAdministrator } from '../testkit/database';
import { transports } from '../testkit/hub';
import { inputFor, mutationInputs } from '../testkit/mutation-inputs';
import { hubOfItsOwn } from '../testkit/own-hub';

/** What rows have, and what whoever writes them may not say. */
const columns = [
  ...['organization', 'organizationId', 'organization_id', 'owner', 'ownerId', 'tenant', 'partnerId'],
  ...[
    'id',
    'personId',
    'person',
    'userId',
    'role',
    'roles',
    'isAdmin',
    'admin',
    'permissions',
    'scopes',
    'narrowed',
  ],
  ...['level', 'sharingLevel', 'sharing_level', 'chosenLevel', 'cap', 'state', 'status', 'widens', 'version'],
  ...[
    'createdBy',
    'createdAt',
    'updatedAt',
    'invitedBy',
    'proposedBy',
    'grantedBy',
    'requestedBy',
    'decidedBy',
  ],
  ...[
    'effectiveAt',
    'expiresAt',
    'approved',
    'approvedBy',
    'signedAt',
    'partnerSignedAt',
    'firstAdmin',
    'waiting',
  ],
  ...[
    'linkKey',
    'keyHash',
    'passwordHash',
    'totpSecret',
    'emailKey',
    'signInId',
    'secondFactorAt',
    'disabledAt',
  ],
];
const inputs = mutationInputs();
const own = seedId('Organization', 'mima');

describe.each(transports)('over the %s transport, a mutation that is told more than it asks', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  let token: string;
  beforeAll(async () => {
    token = await hub.provenTokenFor('mima:ORG_ADMIN');
  });
  const send = (field: string, type: string, input: object, as = token) =>
    hub.ask(`mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`, {
      token: as,
      variables: { input },
    });

  it('an input that knows a field of that name is one of those that were looked at', () => {
    const known = inputs.flatMap(({ field, type }) =>
      columns.filter((column) => column in type.getFields()).map((column) => `${field}.${column}`),
    );
    // A new one is for whoever adds it to think about: may anybody say that?
    expect(known.sort()).toEqual([
      'accountDeactivate.person',
      // Compared with what stands, and counted up by the hub.
      'actionCallClose.version',
      'actionCallOpen.version',
      'actionCallUpdate.version',
      'activityUpdate.version',
      'apiKeyCreate.expiresAt',
      'apiKeyCreate.scopes',
      'apiKeyRotate.expiresAt',
      // Compared with what stands, and never written.
      'billPositionTake.version',
      'billUpdate.version',
      'campaignTaskCreate.owner',
      'campaignTaskCreate.person',
      'campaignTaskMove.state',
      'campaignTaskUpdate.owner',
      'campaignTaskUpdate.person',
      'campaignTaskUpdate.version',
      'campaignUpdate.version',
      'campaignsSharingApply.version',
      'campaignsSharingApprove.version',
      'campaignsSharingDismiss.version',
      'campaignsSharingLevelSet.id',
      'campaignsSharingLevelSet.level',
      'campaignsSharingSet.cap',
      'campaignsSharingSet.level',
      'eventsSharingApply.version',
      'eventsSharingApprove.version',
      'eventsSharingDismiss.version',
      'eventsSharingLevelSet.id',
      'eventsSharingLevelSet.level',
      'eventsSharingSet.cap',
      'eventsSharingSet.level',
      'indicatorActualCorrect.version',
      'indicatorActualReport.version',
      'indicatorArchive.version',
      'indicatorBaselineSet.version',
      'indicatorPeriodAdd.version',
      'indicatorPeriodRemove.version',
      'indicatorPeriodUpdate.version',
      'indicatorTargetSet.version',
      'indicatorUpdate.version',
      'invitationCreate.organization',
      'invitationCreate.roles',
      'legalSharingApply.version',
      'legalSharingApprove.version',
      'legalSharingDismiss.version',
      'legalSharingLevelSet.id',
      'legalSharingLevelSet.level',
      'legalSharingSet.cap',
      'legalSharingSet.level',
      'mediaItemUpdate.version',
      'membersSharingApply.version',
      'membersSharingApprove.version',
      'membersSharingDismiss.version',
      'membersSharingLevelSet.id',
      'membersSharingLevelSet.level',
      'membersSharingSet.cap',
      'membersSharingSet.level',
      'membershipAdmit.role',
      'membershipReactivate.organization',
      'membershipSuspend.organization',
      'orgPolicyApply.version',
      'orgPolicyApprove.version',
      'orgPolicyDismiss.version',
      'orgPolicySet.narrowed',
      'organizationSwitch.organization',
      'outreachContactUpdate.version',
      'oversightReportUpdate.version',
      'publicationUpdate.version',
      'recoveryRequestCreate.organization',
      'resultArchive.version',
      'resultUpdate.version',
      'roleGrant.person',
      'roleGrant.role',
      'roleProposalCreate.person',
      'roleProposalCreate.role',
      'roleRevoke.person',
      'roleRevoke.role',
      'signIn.organization',
      'testimonyApprove.version',
      'testimonyDeliver.version',
      'testimonyShare.version',
      'testimonyUpdate.version',
    ]);
  });

  it('no mutation takes a field besides its own, and nothing is asked of the database', async () => {
    hub.statements();
    for (const mutation of inputs) {
      const unknown = columns.filter((column) => !(column in mutation.type.getFields()));
      // Each refuses the request; one alone would too.
      const alone = unknown[inputs.indexOf(mutation) % unknown.length]!;
      for (const given of [Object.fromEntries(unknown.map((name) => [name, own])), { [alone]: own }]) {
        const input = { ...inputFor(mutation), ...given };
        const answer = await send(mutation.field, mutation.type.name, input);
        expect({ field: mutation.field, alone, status: answer.status }).toEqual({
          field: mutation.field,
          alone,
          status: 400,
        });
        expect(answer.errors![0].extensions.code).toBe('BAD_USER_INPUT');
      }
    }
    expect(hub.statements()).toEqual([]);
  });

  it('whoever names another organisation than their own is refused', async () => {
    const other = seedId('Organization', 'bicf');
    const places = inputs.filter(({ type }) => 'organization' in type.getFields());
    expect(places.length).toBeGreaterThan(4);
    const before = await counts();
    for (const mutation of places) {
      const input = inputFor(mutation, { organization: other });
      const answer = await hub.ask(
        `mutation ($input: ${mutation.type}!) { ${mutation.field}(input: $input) { userErrors { code } } }`,
        { token, variables: { input } },
      );
      const payload = answer.data?.[mutation.field];
      const refused = payload ? payload.userErrors.length > 0 : (answer.errors ?? []).length > 0;
      expect({ field: mutation.field, refused }).toEqual({ field: mutation.field, refused: true });
    }
    expect(await counts()).toEqual(before);
  });

  const counts = async () =>
    asAdministrator(
      `select (select count(*) from members.invitation) as invitations, (select count(*) from members.recovery_request) as requests,
       (select count(*) from members.sign_in) as signed, (select string_agg(status, ',' order by organization_id) from members.membership) as status`,
      [],
      database.url,
    );
});
