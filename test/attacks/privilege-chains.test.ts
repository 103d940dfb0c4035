import { seedId } from '../../shared/schema/type-id';
import { asAdministrator } from '../testkit/database';
import { transports } from '../testkit/hub';
import { inputFor, mutationInputs } from '../testkit/mutation-inputs';
import { hubOfItsOwn } from '../testkit/own-hub';
import { codes, newEmail, password, peopleOf } from '../testkit/people';
import { inDays, makeKey } from '../testkit/tool-keys';

const mima = seedId('Organization', 'mima');

/** Each step is allowed to somebody; the way as a whole would end where nobody let them. */
describe.each(transports)('over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);
  const people = peopleOf(hub);
  let admin: string;
  let staff: string;
  beforeAll(async () => {
    admin = await hub.provenTokenFor('mima:ORG_ADMIN');
    staff = await hub.provenTokenFor('nair:COALITION_STAFF');
  });
  const sensitive = () =>
    asAdministrator(
      `select organization_id, person_id, role from members.sensitive_role_grant order by 1, 2, 3`,
      [],
      database.url,
    );
  const rolesOf = async (token: string) => (await people.whoAmI(token)).data?.viewer?.roles ?? null;

  it('an admin makes no caseworker of a second account of their own, nor is it the second approver', async () => {
    const before = await sensitive();
    const email = newEmail();
    const link = await people.invite(admin, email, ['VIEWER', 'CASEWORKER', 'ORG_ADMIN']);
    const accepted = await people.accept(link);
    expect(accepted.waiting.sort()).toEqual(['CASEWORKER', 'ORG_ADMIN']);
    const { tokens } = await people.signIn({ email, password });
    const puppet = (await people.withFactor({ email, ...tokens })).accessToken;
    expect(await rolesOf(puppet)).toEqual(['VIEWER']);
    const proposals = await asAdministrator<{ id: string }>(
      `select id from members.role_proposal where organization_id = $1 and state = 'PROPOSED'`,
      [mima],
      database.url,
    );
    expect(proposals.length).toBe(2);
    for (const { id } of proposals) {
      for (const mutation of ['roleProposalApprove', 'roleProposalApply']) {
        expect(codes(await people.mutate(mutation, { proposal: id }, '', { token: admin }))).not.toEqual([]);
        const own = await people.mutateRaw(mutation, { proposal: id }, '', { token: puppet });
        expect(own.data[mutation]?.userErrors.length ?? 1).toBeGreaterThan(0);
      }
    }
    expect(await sensitive()).toEqual(before);
  });

  it('an admin opens no client files and no account by way of the other mutations', async () => {
    const me = await asAdministrator<{ id: string }>(
      `select person_id as id from members.sensitive_role_grant where organization_id = $1 and role = 'ORG_ADMIN'`,
      [mima],
      database.url,
    );
    const before = await sensitive();
    for (const { id } of me) {
      for (const role of ['CASEWORKER', 'ORG_ADMIN', 'COALITION_STAFF']) {
        const grant = await people.mutate('roleGrant', { person: id, role }, '', { token: admin });
        expect(codes(grant)).not.toEqual([]);
        const proposed = await people.mutate('roleProposalCreate', { person: id, role }, '', {
          token: admin,
        });
        expect(codes(proposed)).not.toEqual([]);
      }
    }
    expect(
      codes(
        await people.mutate('invitationCreate', { email: newEmail(), roles: ['COALITION_STAFF'] }, '', {
          token: admin,
        }),
      ),
    ).not.toEqual([]);
    expect(await sensitive()).toEqual(before);
  });

  it('staff become no admin: not by inviting, by policy, nor by a request of their own that they approve', async () => {
    const before = await sensitive();
    const email = newEmail();
    const invited = await people.mutate(
      'invitationCreate',
      { email, roles: ['ORG_ADMIN'], organization: mima },
      'link',
      { token: staff },
    );
    expect([invited.link, codes(invited).length > 0]).toEqual([null, true]);
    const { request } = await people.mutate(
      'recoveryRequestCreate',
      { kind: 'LOST_ADMIN', organization: mima, email, reason: 'The admin is away.' },
      'request { id }',
      { token: staff },
    );
    for (const token of [staff, await hub.provenTokenFor('nair:COALITION_STAFF')]) {
      const alone = await people.mutate('recoveryRequestApprove', { request: request.id }, 'link', { token });
      expect([alone.link, codes(alone)]).toEqual([null, ['SECOND_PERSON_NEEDED']]);
    }
    // Nor does the admin of the coalition, who is no staff, or a tool.
    for (const token of [await hub.provenTokenFor('nair:ORG_ADMIN'), admin]) {
      const other = await people.mutateRaw('recoveryRequestApprove', { request: request.id }, 'link', {
        token,
      });
      expect(other.data.recoveryRequestApprove?.link ?? null).toBeNull();
    }
    expect(await sensitive()).toEqual(before);
  });

  it('recovery approved for oneself is refused, also by whoever was not the one to ask', async () => {
    const coalition = await hub.provenTokenFor('nair:ORG_ADMIN');
    const second = await people.withFactor(await people.join(coalition, ['COALITION_STAFF']));
    // The second person of the coalition also serves an organisation; the first asks for their account there.
    const link = await people.invite(admin, second.email, ['VIEWER']);
    expect(
      codes(await people.accept(link, { password: null, name: null }, { token: second.accessToken })),
    ).toEqual([]);
    const { request } = await people.mutate(
      'recoveryRequestCreate',
      { kind: 'LOST_FACTOR', organization: mima, email: second.email, reason: 'Lost.' },
      'request { id }',
      { token: staff },
    );
    const own = await people.mutate('recoveryRequestApprove', { request: request.id }, 'link', {
      token: second.accessToken,
    });
    expect([own.link, codes(own)]).toEqual([null, ['NOT_TO_ONESELF']]);
    expect(await rolesOf(second.accessToken)).toEqual(['COALITION_STAFF']);
  });

  it('whoever was invited as a viewer does nothing that an admin does', async () => {
    const viewer = await people.withFactor(await people.join(admin, ['VIEWER']));
    const own = new Set([
      // What is one's own, or nobody's yet.
      ...[
        'externalIdentityLink',
        'passwordChange',
        'recoveryCodesRenew',
        'secondFactorConfirm',
        'secondFactorRemove',
      ],
      ...[
        'secondFactorStart',
        'invitationAccept',
        'recoveryComplete',
        'noticeDismiss',
        'organizationSwitch',
        'signIn',
      ],
      ...['tokenRefresh', 'membershipApply', 'membershipApplicationUpdate', 'membershipApplicationWithdraw'],
      ...['follow', 'unfollow', 'followAcknowledge'],
    ]);
    let refused = 0;
    for (const mutation of mutationInputs().filter(({ field }) => !own.has(field))) {
      const answer = await people.mutateRaw(mutation.field, inputFor(mutation), '', {
        token: viewer.accessToken,
      });
      const payload = answer.data?.[mutation.field];
      const isRefused = payload
        ? payload.userErrors.length > 0
        : answer.errors?.[0].extensions.code === 'FORBIDDEN';
      expect({ field: mutation.field, isRefused }).toEqual({ field: mutation.field, isRefused: true });
      refused++;
    }
    expect(refused).toBeGreaterThan(35);
    expect(await rolesOf(viewer.accessToken)).toEqual(['VIEWER']);
  });

  it('a tool goes no further through a second one', async () => {
    const scopes = ['campaign.summary:r'];
    const [first, second] = [await makeKey(hub, { scopes }), await makeKey(hub, { scopes })];
    const keys = () =>
      asAdministrator(
        `select id, scopes, revoked_at, expires_at from members.api_key order by id`,
        [],
        database.url,
      );
    const before = await keys();
    const tries: [string, object][] = [
      ['apiClientCreate', { name: 'A second tool' }],
      [
        'apiKeyCreate',
        { client: first.client, scopes: ['report.figure:c', 'event.public:c'], expiresAt: inDays(80) },
      ],
      ['apiKeyCreate', { client: second.client, scopes, expiresAt: inDays(80) }],
      ['apiKeyRotate', { key: second.id, expiresAt: inDays(80), overlapHours: 1 }],
      ['apiKeyRotate', { key: first.id, expiresAt: inDays(80), overlapHours: 1 }],
      ['apiKeyRevoke', { key: second.id }],
      ['apiClientRevoke', { client: second.client }],
      ['invitationCreate', { email: newEmail(), roles: ['VIEWER'] }],
      ['orgPolicySet', { narrowed: [] }],
      [
        'campaignsSharingLevelSet',
        { id: seedId('Campaign', 'mima-nali'), group: 'campaign.summary', level: 'PUBLIC' },
      ],
    ];
    for (const [mutation, input] of tries) {
      const answer = await people.mutateRaw(mutation, input, '', { token: first.secret });
      const payload = answer.data?.[mutation];
      expect({ mutation, done: payload !== null && payload?.userErrors.length === 0 }).toEqual({
        mutation,
        done: false,
      });
    }
    expect(await keys()).toEqual(before);
    // A campaigner lends no right of an admin, and not their own to what no tool may.
    const beyond = await people.mutate(
      'apiKeyCreate',
      { client: first.client, scopes: ['user.role.sensitive:c'], expiresAt: inDays(1) },
      'secret',
      { token: admin },
    );
    expect([beyond.secret, codes(beyond)]).toEqual([null, ['SCOPE_NOT_FOR_TOOLS']]);
  });
});
