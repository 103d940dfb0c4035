import { deriveKey } from './derived-key';

/**
 * Secrets of one purpose: the current one makes, every accepted one opens. With the next or the previous secret
 * among the accepted ones, what several processes make and check stays good while they change one after another.
 */
export interface Keyring {
  readonly current: string;
  /** The current one first. */
  readonly accepted: readonly string[];
}

/** A keyring whose secrets can be replaced while the process runs: whoever holds it uses the new ones at once. */
export class RotatingKeyring implements Keyring {
  private secrets: readonly [string, ...string[]];

  constructor(current: string, previous: readonly string[] = []) {
    this.secrets = ring(current, previous);
  }

  get current(): string {
    return this.secrets[0];
  }

  get accepted(): readonly string[] {
    return this.secrets;
  }

  replace(current: string, previous: readonly string[] = []): void {
    this.secrets = ring(current, previous);
  }
}

/** For each secret the key derived from it for one purpose; follows the keyring when that is replaced. */
export function derivedKeyring(keyring: Keyring, purpose: string): Keyring {
  let from: readonly string[] | undefined;
  let derived: readonly string[] = [];
  const accepted = () => {
    if (from !== keyring.accepted) {
      from = keyring.accepted;
      derived = from.map((secret) => deriveKey(secret, purpose));
    }
    return derived;
  };
  return {
    get current() {
      return accepted()[0]!;
    },
    get accepted() {
      return accepted();
    },
  };
}

function ring(current: string, previous: readonly string[]): [string, ...string[]] {
  return [current, ...new Set(previous.filter((secret) => secret !== current))];
}
