import { deriveKey } from '../../shared/identity/derived-key';
import { derivedKeyring, RotatingKeyring } from '../../shared/identity/keyring';

describe('a keyring', () => {
  it('makes with the current secret and opens with all, the current one first', () => {
    const keyring = new RotatingKeyring('b', ['a', 'b', 'a']);
    expect([keyring.current, keyring.accepted]).toEqual(['b', ['b', 'a']]);
    expect(new RotatingKeyring('b').accepted).toEqual(['b']);
  });

  it('is replaced for everybody who holds it, and for what is derived from it', () => {
    const keyring = new RotatingKeyring('a');
    const derived = derivedKeyring(keyring, 'cursor');
    expect(derived.accepted).toEqual([deriveKey('a', 'cursor')]);
    expect(derived.accepted).toBe(derived.accepted);
    keyring.replace('b', ['a']);
    expect(derived.current).toBe(deriveKey('b', 'cursor'));
    expect(derived.accepted).toEqual([deriveKey('b', 'cursor'), deriveKey('a', 'cursor')]);
  });
});
