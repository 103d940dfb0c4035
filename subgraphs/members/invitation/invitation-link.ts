import sql from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { hashesOf, isSecret, newSecret } from '../../../shared/identity/secret';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Invitation } from './invitation.entity';

/** The secret part of an invitation's link; scanners of leaked secrets know it by its prefix. */
export const invitationPrefix = 'thi';

export const newInvitationLink = () => newSecret(invitationPrefix);

export interface ShownInvitation {
  readonly invitation: Invitation;
  readonly keys: readonly string[];
}

/**
 * The invitation whose link somebody shows. One that was taken up, withdrawn, has expired or never was is the same: none.
 * @param lock for whoever is going to take it up, so that two do not
 */
export async function openInvitation(
  { session, identityKeys }: SubgraphContext,
  link: string,
  lock = false,
): Promise<ShownInvitation | null> {
  if (!isSecret(invitationPrefix, link)) return null;
  const keys = hashesOf(identityKeys.identity, link);
  for (const key of keys) await session.present(key);
  const read = sql`
select ${columnsOf(Invitation)} from members.invitation t
where t.link_key = any(${keys}) and t.accepted_at is null and t.revoked_at is null and t.expires_at > now()`;
  const [invitation] = await session.rows<Invitation>(lock ? sql`${read} for update` : read);
  return invitation ? { invitation, keys } : null;
}
