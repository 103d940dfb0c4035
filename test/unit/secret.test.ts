import { createHmac } from 'node:crypto';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { hashesOf, isSecret, newSecret } from '../../shared/identity/secret';

describe('a secret', () => {
  it('says what it is for, and is new each time', () => {
    const made = Array.from({ length: 200 }, () => newSecret('thk'));
    expect(new Set(made).size).toBe(200);
    for (const secret of made) expect(secret).toMatch(/^thk_[0-9A-Za-z]{49}$/);
    expect(made.every((secret) => isSecret('thk', secret))).toBe(true);
  });

  it('is one for its own purpose only', () => {
    expect(isSecret('inv', newSecret('thk'))).toBe(false);
    expect(isSecret('th', newSecret('thk'))).toBe(false);
  });

  it('is known as mistyped by any one character', () => {
    const secret = newSecret('thk');
    for (let index = 0; index < secret.length; index++) {
      const other = secret[index] === 'a' ? 'b' : 'a';
      const mistyped = secret.slice(0, index) + other + secret.slice(index + 1);
      expect(isSecret('thk', mistyped)).toBe(false);
    }
  });

  it.each([
    '',
    'thk_',
    `thk_${'a'.repeat(49)}`,
    `thk_${'a'.repeat(10_000)}`,
  ])('is none when made up: %.20s', (text) => {
    expect(isSecret('thk', text)).toBe(false);
  });

  it('is none with anything before or behind it', () => {
    const secret = newSecret('thk');
    expect(
      [`${secret}\n`, ` ${secret}`, `${secret}0`, secret.slice(0, -1)].filter((text) =>
        isSecret('thk', text),
      ),
    ).toEqual([]);
  });

  it('has a keyed hash per accepted secret, the current one first', () => {
    const hash = (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex');
    const keyring = new RotatingKeyring('new', ['old']);
    expect(hashesOf(keyring, 'thk_x')).toEqual([hash('new', 'thk_x'), hash('old', 'thk_x')]);
  });
});
