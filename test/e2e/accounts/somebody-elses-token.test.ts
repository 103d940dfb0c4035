import { asAdministrator } from '../../testkit/database';
import { transports } from '../../testkit/hub';
import { hubOfItsOwn } from '../../testkit/own-hub';
import { codes, newEmail, password, peopleOf } from '../../testkit/people';

/** Somebody who administers one organisation and may only look at another must not carry the one into the other. */
describe.each(
  transports,
)('signing in with the token of another account, over the %s transport', (transport) => {
  const { hub, database } = hubOfItsOwn(transport);

  it('opens nothing, changes nothing and is nobody else’s doing', async () => {
    const people = peopleOf(hub);
    const theirAdmin = await hub.provenTokenFor('bicf:ORG_ADMIN');
    const viewerThere = await people.join(theirAdmin, ['VIEWER']);
    const invited = newEmail('invited');
    await people.invite(theirAdmin, invited, ['CAMPAIGNER']);
    const [invitation] = await asAdministrator<{ id: string }>(
      'select id from members.invitation where email = $1',
      [invited],
      database.url,
    );
    const input = { email: viewerThere.email, password };
    const adminElsewhere = await hub.provenTokenFor('mima:ORG_ADMIN');

    const mine = newEmail('mine');
    const answer = await hub.ask(
      `mutation ($in: SignInInput!, $own: InvitationCreateInput!, $theirs: InvitationRevokeInput!) {
        invitationCreate(input: $own) { userErrors { code } }
        signIn(input: $in) { userErrors { code } organization { slug invitations { nodes { email } } } }
        invitationRevoke(input: $theirs) { userErrors { code } }
      }`,
      {
        token: adminElsewhere,
        variables: {
          in: input,
          own: { email: mine, roles: ['VIEWER'] },
          theirs: { invitation: invitation!.id },
        },
      },
    );
    const { data } = answer;
    expect(codes(data.invitationCreate)).toEqual([]);
    expect(data.signIn.organization?.slug).toBe('bicf');
    expect(data.signIn.organization.invitations.nodes).toEqual([]);
    expect(codes(data.invitationRevoke)).toEqual(['NOT_FOUND']);
    expect(answer.text).not.toContain(invited);

    const logged = await asAdministrator<{ name: string }>(
      `select o.slug || ' ' || e.operation as name from members.audit_entry e
       join members.organization o on o.id = e.actor_organization_id
       where e.record = 'invitation' and e.subject_ids @> (select array_agg(i.id) from members.invitation i where i.email = $1)`,
      [mine],
      database.url,
    );
    expect(logged).toEqual([{ name: 'mima c' }]);
    const [still] = await asAdministrator<{ revoked: boolean }>(
      'select revoked_at is not null as revoked from members.invitation where email = $1',
      [invited],
      database.url,
    );
    expect(still).toEqual({ revoked: false });
  });
});
