import sql from 'sql-template-tag';
import { columnsOf } from '../../../shared/database/columns';
import { refuse } from '../../../shared/mutation/user-errors';
import type { SubgraphContext } from '../../../shared/subgraph/context';
import { attempt } from '../sign-in/attempt';
import { Account } from './account.entity';
import { isPassword, longestPassword } from './password';
import { spendCode } from './second-factor';

export interface OwnAccount {
  readonly account: Account;
  readonly signInId: string;
}

/**
 * The account of a person who signed in here.
 * @throws Refusal SIGN_IN_NEEDED for demo tokens, tools, and people of an identity provider
 */
export async function ownAccount({ session, viewer }: SubgraphContext): Promise<OwnAccount> {
  const { personId, signInId } = viewer;
  if (personId === null || signInId === null) refuse('SIGN_IN_NEEDED');
  const [account] = await session.rows<Account>(
    sql`select ${columnsOf(Account)} from members.account t where t.person_id = ${personId} for update`,
  );
  if (!account) refuse('SIGN_IN_NEEDED');
  return { account, signInId };
}

/**
 * Whoever has got hold of a token must not change what opens the account: the password once more, counted like a sign-in.
 * @throws Refusal SIGN_IN_REFUSED, TOO_MANY_ATTEMPTS
 */
export async function provePassword(
  context: SubgraphContext,
  { email, passwordHash }: Account,
  password: string,
  field = 'password',
): Promise<void> {
  const { forgive } = await attempt(context, email);
  const isRight = password.length <= longestPassword && (await isPassword(passwordHash, password));
  if (!isRight) refuse('SIGN_IN_REFUSED', field);
  await forgive('all');
}

/**
 * The same for a code of the second factor.
 * @throws Refusal SECOND_FACTOR_OFF, SIGN_IN_REFUSED, TOO_MANY_ATTEMPTS
 */
export async function proveCode(
  context: SubgraphContext,
  { email, personId, totpSecret }: Account,
  code: string,
): Promise<void> {
  if (totpSecret === null) refuse('SECOND_FACTOR_OFF');
  const { forgive } = await attempt(context, email);
  if (!(await spendCode(context, personId, totpSecret, code))) refuse('SIGN_IN_REFUSED', 'code');
  await forgive('all');
}
