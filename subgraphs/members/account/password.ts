import { argon2id, hash, needsRehash, verify } from 'argon2';
import { refuse } from '../../../shared/mutation/user-errors';

/** What OWASP asks of Argon2id at least: 19 MiB, two passes. A hash of other parameters is renewed at the next sign-in. */
const parameters = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const shortest = 12;
/** In UTF-16 units; whoever sends a megabyte must not make the hub hash it. */
export const longestPassword = 256;

/** Of a password that nobody has, so that an unknown account takes as long as a known one. Has the parameters above. */
export const nobodysHash =
  '$argon2id$v=19$m=19456,p=1,t=2$uixAQakXlMb5pPpR26tONg$C4i0N6vUtueEkiQXZi0MAkTsBvm01iuHZx7mmxnfCjk';

/** @throws Refusal that names `field`, when it is no password to choose */
export function checkNewPassword(password: string, email: string, field = 'password'): void {
  if (password.length > longestPassword) refuse('TOO_LONG', field);
  const letters = [...spelled(password)];
  if (letters.length < shortest) refuse('PASSWORD_TOO_SHORT', field);
  const isEmail = password.trim().toLowerCase() === email.toLowerCase();
  if (isEmail || new Set(letters).size === 1) refuse('PASSWORD_TOO_WEAK', field);
}

export const hashPassword = (password: string) => hash(spelled(password), parameters);

/** Whether the password is the one; takes the same time when there is none to compare with. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? nobodysHash, spelled(password));
  return isRight && passwordHash !== null;
}

export const isOutdated = (passwordHash: string) => needsRehash(passwordHash, parameters);

/** Keyboards spell the same letter differently (NIST SP 800-63B). */
const spelled = (password: string) => password.normalize('NFKC');
