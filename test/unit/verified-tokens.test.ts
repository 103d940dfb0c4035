import { verifiedTokens } from '../../gateway/identity/verified-tokens';
import { mintToken } from '../../shared/identity/token';
import { generateTokenKey, readTokenKey, TokenKeys } from '../../shared/identity/token-keys';

const subject = { personId: 'per_1', organizationId: 'org_1', signInId: 'sgn_1' };
const verified = { ...subject, secondFactorAt: null };

/** A signature cannot be checked without asking for the public key. */
function countingKey() {
  const key = readTokenKey(generateTokenKey());
  let checks = 0;
  const counting = {
    id: key.id,
    privateKey: key.privateKey,
    get publicKey() {
      checks++;
      return key.publicKey;
    },
  };
  return { key: counting, checks: () => checks };
}

describe('a token', () => {
  afterEach(() => jest.useRealTimers());

  it('has its signature checked once', async () => {
    const { key, checks } = countingKey();
    const verify = verifiedTokens(new TokenKeys(key));
    const token = await mintToken(new TokenKeys(key), subject);
    for (let times = 0; times < 3; times++) expect(await verify(token)).toEqual(verified);
    expect(checks()).toBe(1);
  });

  it('is refused once it has expired', async () => {
    const { key } = countingKey();
    const keys = new TokenKeys(key);
    const verify = verifiedTokens(keys);
    const token = await mintToken(keys, subject, '1m');
    expect(await verify(token)).toEqual(verified);
    jest.useFakeTimers({ now: Date.now() + 61_000 });
    expect(await verify(token)).toBeNull();
  });

  it('is refused once its key is replaced, and counts while it is a previous one', async () => {
    const { key } = countingKey();
    const keys = new TokenKeys(key);
    const verify = verifiedTokens(keys);
    const token = await mintToken(keys, subject);
    expect(await verify(token)).toEqual(verified);
    keys.replace(readTokenKey(generateTokenKey()), [key]);
    expect(await verify(token)).toEqual(verified);
    keys.replace(readTokenKey(generateTokenKey()));
    expect(await verify(token)).toBeNull();
  });

  it('that differs in its signature alone is another one', async () => {
    const { key, checks } = countingKey();
    const keys = new TokenKeys(key);
    const verify = verifiedTokens(keys);
    const token = await mintToken(keys, subject);
    expect(await verify(token)).toEqual(verified);
    const forged = `${token.slice(0, -6)}${token.endsWith('AAAAAA') ? 'BBBBBB' : 'AAAAAA'}`;
    expect([await verify(forged), await verify(forged)]).toEqual([null, null]);
    expect(checks()).toBe(3);
  });
});
