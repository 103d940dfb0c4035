import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Answer, AskOptions, TestHub } from './hub';
import { mutationText } from './schema-arguments';

export const password = 'a quiet river in spring';

const tokens = 'tokens { accessToken refreshToken expiresAt }';
const userErrors = 'userErrors { field code message }';

export interface Somebody {
  readonly email: string;
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** An address that nobody had before. */
export const newEmail = (name = 'somebody') => `${name}-${randomBytes(6).toString('hex')}@example.org`;

/** The code of the time step so many before or after this one: each opens once, so a test walks from -1 to 1. */
export function codeOf(secret: string, shift: -1 | 0 | 1 = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret), period: 30 }).generate({
    timestamp: Date.now() + shift * 30_000,
  });
}

/** What people do to get in, in the fewest words. */
export function peopleOf(hub: TestHub) {
  /** One mutation with one input; what it answers, or the whole answer where it has none. */
  async function mutate(field: string, input: object | null, selection: string, options: AskOptions = {}) {
    const answer = await mutateRaw(field, input, selection, options);
    if (!answer.data?.[field]) throw new Error(`${field}: ${answer.text}`);
    return answer.data[field];
  }

  function mutateRaw(
    field: string,
    input: object | null,
    selection: string,
    options: AskOptions = {},
  ): Promise<Answer> {
    const wanted = `${selection} ${userErrors}`;
    return hub.ask(mutationText(field, wanted), { ...options, ...(input && { variables: { input } }) });
  }

  const signIn = (input: object, options?: AskOptions) =>
    mutate(
      'signIn',
      input,
      `${tokens} retryAfter organization { slug } organizations { roles organization { slug } }`,
      options,
    );

  async function invite(token: string, email: string, roles: readonly string[]): Promise<string> {
    const { link, userErrors: errors } = await mutate('invitationCreate', { email, roles }, 'link', {
      token,
    });
    if (!link) throw new Error(JSON.stringify(errors));
    return link;
  }

  const accept = (link: string, given: object = {}, options?: AskOptions) =>
    mutate(
      'invitationAccept',
      { link, name: [{ language: 'en', value: 'Somebody' }], password, ...given },
      'waiting organization { slug }',
      options,
    );

  /** Invites, accepts and signs in. */
  async function join(token: string, roles: readonly string[], email = newEmail()): Promise<Somebody> {
    await accept(await invite(token, email, roles));
    const signedIn = await signIn({ email, password });
    return { email, ...signedIn.tokens };
  }

  /** Switches a second factor on; the code of the step before this one is used up. */
  async function withFactor(somebody: Somebody) {
    const { secret, uri } = await mutate('secondFactorStart', { password }, 'secret uri', {
      token: somebody.accessToken,
    });
    const confirmed = await mutate(
      'secondFactorConfirm',
      { code: codeOf(secret, -1) },
      `recoveryCodes ${tokens}`,
      { token: somebody.accessToken },
    );
    return {
      ...somebody,
      ...confirmed.tokens,
      secret: secret as string,
      uri: uri as string,
      recoveryCodes: confirmed.recoveryCodes as string[],
    };
  }

  const whoAmI = (token: string) =>
    hub.ask('{ viewer { roles secondFactor organization { slug } } }', { token });

  return { mutate, mutateRaw, signIn, invite, accept, join, withFactor, whoAmI, tokens };
}

export const codes = ({ userErrors: errors }: { userErrors: { code: string }[] }) =>
  errors.map(({ code }) => code);
