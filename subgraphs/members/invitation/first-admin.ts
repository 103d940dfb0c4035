import { checkEmail } from '../../../shared/identity/email';
import type { Keyring } from '../../../shared/identity/keyring';
import { hashesOf } from '../../../shared/identity/secret';
import { newId } from '../../../shared/schema/type-id';
import { newInvitationLink } from './invitation-link';

/** Runs one statement as the migrator. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

export type FirstAdmin =
  | { readonly link: string; readonly refused?: undefined }
  | { readonly refused: 'NO_MEMBER' | 'HAS_ADMIN' };

/**
 * Invites the first administrator of a member organisation, for those who run the hub: before there is one, nobody could.
 * An earlier invitation of that kind is withdrawn, so that one link is open at most.
 * @throws Refusal when the address is none
 */
export async function inviteFirstAdmin(
  query: Query,
  identity: Keyring,
  { slug, email }: { readonly slug: string; readonly email: string },
): Promise<FirstAdmin> {
  const address = checkEmail(email);
  const [organization] = await query(
    `select o.id, exists (select from members.sensitive_role_grant g
       where g.organization_id = o.id and g.role = 'ORG_ADMIN') as "hasAdmin"
     from members.organization o join members.membership m on m.organization_id = o.id and m.status = 'ACTIVE'
     where o.slug = $1`,
    [slug],
  );
  if (!organization) return { refused: 'NO_MEMBER' };
  if (organization.hasAdmin) return { refused: 'HAS_ADMIN' };
  const link = newInvitationLink();
  await query(
    `update members.invitation set revoked_at = now()
     where organization_id = $1 and first_admin and accepted_at is null and revoked_at is null`,
    [organization.id],
  );
  await query(
    `insert into members.invitation (organization_id, id, email, roles, first_admin, link_key)
     values ($1, $2, $3, '{ORG_ADMIN}', true, $4)`,
    [organization.id, newId('Invitation'), address, hashesOf(identity, link)[0]],
  );
  return { link };
}
