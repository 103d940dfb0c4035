import { type EntityManager, In } from 'typeorm';
import { coalition } from '../../../shared/coalition';
import { type Role, roles, sensitiveRoles } from '../../../shared/identity/viewer';
import { seedId } from '../../../shared/schema/type-id';
import { Invitation } from '../invitation/invitation.entity';
import { Colleague } from '../person/colleague.entity';
import { Person } from '../person/person.entity';
import { RecoveryRequest } from '../recovery/recovery-request.entity';
import { Notice } from '../role/notice.entity';
import { RoleGrant, SensitiveRoleGrant } from '../role/role-grant.entity';
import { RoleProposal } from '../role/role-proposal.entity';
import { ApiKey } from '../tool/api-key.entity';
import { memberSlugs } from './coalition-members';

/** Coalition staff belong to the coalition; every other role exists in every member organisation. */
export const isDemoAccount = (slug: string, role: Role) =>
  memberSlugs.includes(slug) && (role !== 'COALITION_STAFF' || slug === coalition);

/** One made-up person per member organisation and role. */
export const demoPersonId = (slug: string, role: Role) => seedId('Person', `${slug}/${role}`);

const accounts = memberSlugs.flatMap((slug) =>
  roles
    .filter((role) => isDemoAccount(slug, role))
    .map((role) => ({ slug, role, id: demoPersonId(slug, role) })),
);

/** Written by a demo hub only, never in production. */
export async function writeDemoAccounts(manager: EntityManager): Promise<void> {
  const people = accounts.map(({ id, slug, role }) => ({
    id,
    name: { ar: `حساب تجريبي: ${slug} ${role}`, en: `Demo account: ${slug} ${role}` },
  }));
  const grants = accounts.map(({ id, slug, role }) => ({
    personId: id,
    organizationId: seedId('Organization', slug),
    role,
  }));
  const colleagues = accounts.map(({ id, slug }, index) => ({
    id,
    organizationId: seedId('Organization', slug),
    sharingLevel: 'PRIVATE',
    name: people[index]!.name,
  }));
  await manager.createQueryBuilder().insert().into(Person).values(people).orIgnore().execute();
  await manager.createQueryBuilder().insert().into(Colleague).values(colleagues).orIgnore().execute();
  for (const entity of [RoleGrant, SensitiveRoleGrant]) {
    const values = grants.filter(
      ({ role }) => sensitiveRoles.includes(role) === (entity === SensitiveRoleGrant),
    );
    await manager.createQueryBuilder().insert().into(entity).values(values).orIgnore().execute();
  }
}

/** A hub that is no demo any more must not let anybody in as a made-up person. */
export async function removeDemoAccounts(manager: EntityManager): Promise<void> {
  const ids = accounts.map(({ id }) => id);
  await manager.delete(RoleGrant, { personId: In(ids) });
  await manager.delete(SensitiveRoleGrant, { personId: In(ids) });
  // What they opened to others goes too: nobody of this hub has decided it.
  await manager.delete(Invitation, { invitedBy: In(ids) });
  await manager.delete(RecoveryRequest, { requestedBy: In(ids) });
  await manager.delete(RoleProposal, [{ personId: In(ids) }, { proposedBy: In(ids) }]);
  await manager.delete(ApiKey, { grantedBy: In(ids) });
  await manager.delete(Notice, { personId: In(ids) });
  await manager.delete(Colleague, { id: In(ids) });
  await manager.delete(Person, { id: In(ids) });
}
