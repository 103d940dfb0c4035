/**
 * Methods of RFC 8176, by what somebody shows of themselves; `fido` is what Microsoft Entra writes. Left out is what
 * shows little: text messages and calls (`sms`, `tel`), questions (`kba`), where and how somebody is (`geo`, `rba`),
 * that somebody is there at all (`user`).
 */
const possessed: readonly unknown[] = ['otp', 'hwk', 'swk', 'sc', 'pop', 'fido'];
const known: readonly unknown[] = ['pwd', 'pin'];
const inherent: readonly unknown[] = ['face', 'fpt', 'iris', 'retina', 'vbm'];

/**
 * Whether ways of signing in show two factors. `mfa` says so itself. Otherwise there must be two of different kinds: a
 * one-time code or a key without a password beside it is a first factor, also when it is a strong one.
 * @param accepted values that an administrator lets count, each alone, instead
 */
export function isSecondFactor(amr: unknown, accepted?: readonly string[]): boolean {
  if (!Array.isArray(amr)) return false;
  const shows = (methods: readonly unknown[]) => amr.some((method) => methods.includes(method));
  if (accepted) return shows(accepted);
  return shows(['mfa']) || [possessed, known, inherent].filter(shows).length >= 2;
}
