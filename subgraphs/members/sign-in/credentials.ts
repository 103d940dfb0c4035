import sql from 'sql-template-tag';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { emailKeys } from '../account/email';
import { hashPassword, isOutdated, isPassword, longestPassword } from '../account/password';
import { renewedSeal, spendCode } from '../account/second-factor';
import { attempt } from './attempt';
import type { ServedOrganization } from './served-organization';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  readonly code?: string | null | undefined;
  readonly organization?: string | null | undefined;
}

export interface Proved {
  readonly personId: string;
  readonly organizationId: string;
  readonly organizations: readonly ServedOrganization[];
  /** Whether a second factor was proved just now. */
  readonly secondFactor: boolean;
}

interface AccountRecord {
  readonly personId: string;
  readonly emailKey: string;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly disabled: boolean;
  readonly organizations: readonly ServedOrganization[];
}

/**
 * Checks what somebody signs in with; from then on the session acts as them. Everything that is not right is answered
 * alike and after the same work: an unknown address, a wrong password, an account that is disabled or has no role there.
 * @throws Refusal SIGN_IN_REFUSED, SECOND_FACTOR_NEEDED, TOO_MANY_ATTEMPTS
 */
export async function proveCredentials(context: SubgraphContext, given: Credentials): Promise<Proved> {
  const { session, identityKeys } = context;
  const { email, password, code, organization } = given;
  if (email.length > 254 || password.length > longestPassword) refuse('SIGN_IN_REFUSED');
  const { forgive } = await attempt(context, email);
  const keys = emailKeys(identityKeys.identity, email);
  const [found] = await session.rows<{ account: AccountRecord | null }>(
    sql`select members.account_by_email(${keys}) as account`,
  );
  const { account } = found!;
  const isRight = await isPassword(account?.passwordHash ?? null, password);
  const organizations = account?.organizations ?? [];
  const chosen =
    organization == null
      ? organizations[0]
      : organizations.find(({ organizationId }) => organizationId === organization);
  if (!account || !isRight || account.disabled || !chosen) refuse('SIGN_IN_REFUSED');

  const { personId, totpSecret } = account;
  const { organizationId } = chosen;
  await session.actAs(personId, organizationId);
  if (totpSecret !== null) {
    if (code == null) {
      await forgive('network');
      refuse('SECOND_FACTOR_NEEDED', 'code');
    }
    if (!(await spendCode(context, personId, totpSecret, code))) refuse('SIGN_IN_REFUSED');
  }
  await forgive('all');
  await renew(context, account, keys[0]!, password);
  return { personId, organizationId, organizations, secondFactor: totpSecret !== null };
}

/** Hashes of older parameters, and what was made with a key that has been replaced. */
async function renew(context: SubgraphContext, account: AccountRecord, emailKey: string, password: string) {
  const { personId, passwordHash, totpSecret } = account;
  const newHash = passwordHash && isOutdated(passwordHash) ? await hashPassword(password) : null;
  const newKey = account.emailKey === emailKey ? null : emailKey;
  const newSeal = renewedSeal(context, personId, totpSecret);
  if (newHash ?? newKey ?? newSeal) {
    await context.session.rows(sql`select members.renew_account(${newHash}, ${newKey}, ${newSeal})`);
  }
}
