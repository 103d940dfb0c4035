import type { EntityManager } from 'typeorm';
import { type Role, roles } from '../../../shared/identity/viewer';
import { seedId } from '../../../shared/schema/type-id';
import { Person, RoleGrant } from '../person/person.entity';
import { memberSlugs } from './coalition-members';
import { coalition } from './seed';

/** Coalition staff belong to the coalition; every other role exists in every member organisation. */
export const isDemoAccount = (slug: string, role: Role) =>
  memberSlugs.includes(slug) && (role !== 'COALITION_STAFF' || slug === coalition);

/** One made-up person per member organisation and role. */
export const demoPersonId = (slug: string, role: Role) => seedId('Person', `${slug}/${role}`);

/** Written by a demo hub only, never in production. */
export async function seedDemoAccounts(manager: EntityManager): Promise<void> {
  const accounts = memberSlugs.flatMap((slug) =>
    roles
      .filter((role) => isDemoAccount(slug, role))
      .map((role) => ({ slug, role, id: demoPersonId(slug, role) })),
  );
  await manager
    .createQueryBuilder()
    .insert()
    .into(Person)
    .values(
      accounts.map(({ id, slug, role }) => ({
        id,
        name: { ar: `حساب تجريبي: ${slug} ${role}`, en: `Demo: ${slug} ${role}` },
      })),
    )
    .orIgnore()
    .execute();
  await manager
    .createQueryBuilder()
    .insert()
    .into(RoleGrant)
    .values(
      accounts.map(({ id, slug, role }) => ({
        personId: id,
        organizationId: seedId('Organization', slug),
        role,
      })),
    )
    .orIgnore()
    .execute();
}
