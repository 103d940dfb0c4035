import { type Role, sensitiveRoles } from '../../shared/identity/viewer';
import { seedId } from '../../shared/schema/type-id';
import { asAdministrator } from './database';
import type { TestHub } from './hub';

/** Somebody the test has made, with a role in an organisation, and a token that proves a second factor. */
export async function newPerson(
  hub: TestHub,
  databaseUrl: string,
  organizationId: string,
  role: Role,
  name: string = role,
): Promise<{ readonly personId: string; readonly token: string }> {
  const personId = seedId('Person', `${organizationId}/${name}`);
  const grants = sensitiveRoles.includes(role) ? 'sensitive_role_grant' : 'role_grant';
  await asAdministrator(
    `insert into members.person (id, name) values ($1, '{"en": "Somebody"}') on conflict do nothing`,
    [personId],
    databaseUrl,
  );
  await asAdministrator(
    `insert into members.${grants} (organization_id, person_id, role) values ($1, $2, $3) on conflict do nothing`,
    [organizationId, personId, role],
    databaseUrl,
  );
  return { personId, token: await hub.tokenOf({ personId, organizationId, secondFactorAt: Date.now() }) };
}
