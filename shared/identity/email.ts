import isEmail from 'validator/lib/isEmail';
import { refuse } from '../mutation/user-errors';

/** As it is kept and compared. */
export const normalEmail = (email: string) => email.trim().normalize('NFKC').toLowerCase();

/** @throws Refusal when it is none; whether somebody reads mail there is not known */
export function checkEmail(email: string, field = 'email'): string {
  if (email.length > 254) refuse('TOO_LONG', field);
  const normal = normalEmail(email);
  if (!isEmail(normal)) refuse('INVALID', field);
  return normal;
}
