import sql from 'sql-template-tag';
import { insertRow } from '../../../shared/database/write-rows';
import type { Translations } from '../../../shared/language/localized-text';
import { refuse } from '../../../shared/mutation/user-errors';
import { newId } from '../../../shared/schema/type-id';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { Account } from '../account/account.entity';
import { emailKeys } from '../account/email';
import { ExternalIdentity } from '../account/external-identity.entity';
import { checkNewPassword, hashPassword } from '../account/password';
import { Person } from '../person/person.entity';
import type { Invitation } from './invitation.entity';

/**
 * Makes the person that an invitation is for, and the account; from then on the session acts as them. With a token of the
 * organisation's identity provider that is how they sign in, with or without a password besides.
 */
export async function newPerson(
  context: SubgraphContext,
  { email, organizationId }: Invitation,
  { name, password }: { readonly name: Translations; readonly password: string | null },
): Promise<void> {
  const { session, claims, identityKeys } = context;
  const external = claims.external?.organizationId === organizationId ? claims.external : null;
  if (password === null && external === null) refuse('REQUIRED', 'password');
  if (password !== null) checkNewPassword(password, email);
  const keys = emailKeys(identityKeys.identity, email);
  const [known] = await session.rows<{ account: object | null }>(
    sql`select members.account_by_email(${keys}) as account`,
  );
  if (known!.account) refuse('ACCOUNT_EXISTS', 'link');
  const personId = newId('Person');
  await session.actAs(personId, organizationId);
  await insertRow(session, Person, { id: personId, name });
  const passwordHash = password === null ? null : await hashPassword(password);
  await insertRow(session, Account, { personId, email, emailKey: keys[0]!, passwordHash });
  if (external) await insertRow(session, ExternalIdentity, { ...external, personId });
}
