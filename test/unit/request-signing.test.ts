import { RotatingKeyring } from '../../shared/identity/keyring';
import { publicViewer } from '../../shared/identity/viewer';
import { maximumAge, openRequest, signRequest } from '../../shared/subgraph/request-signing';
import { SeenRequests } from '../../shared/subgraph/seen-requests';
import { claimsOf } from '../testkit/claims';

const asked = {
  request: { query: '{ organizations { totalCount } }', variables: { name: 'فاطمة' } },
  claims: claimsOf({ languages: ['ar'], deadline: 1 }),
};
const keys = new RotatingKeyring('key');
const otherKeys = new RotatingKeyring('other');

let seen: SeenRequests;
beforeEach(() => {
  seen = new SeenRequests(maximumAge);
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a signed request', () => {
  it('carries what is asked and for whom', () => {
    const { body, signature } = signRequest(keys, asked);
    expect(openRequest(keys, seen, body, signature)).toEqual(asked);
  });

  it('is refused under another subgraph’s key', () => {
    const { body, signature } = signRequest(keys, asked);
    expect(openRequest(otherKeys, seen, body, signature)).toBeNull();
  });

  it('is refused once any byte of it is another', () => {
    const { body, signature } = signRequest(keys, asked);
    const altered = [...body].map((_, at) => `${body.slice(0, at)}~${body.slice(at + 1)}`);
    expect(altered.filter((text) => openRequest(keys, seen, text, signature))).toEqual([]);
    expect(openRequest(keys, seen, `${body} `, signature)).toBeNull();
    const asAdmin = signRequest(keys, {
      ...asked,
      claims: { ...asked.claims, viewer: { ...publicViewer, roles: ['ORG_ADMIN'] } },
    });
    expect(openRequest(keys, seen, asAdmin.body, signature)).toBeNull();
  });

  it('is refused unsigned, with half a signature, or with signatures sent twice', () => {
    const { body, signature } = signRequest(keys, asked);
    for (const given of [undefined, '', signature.slice(0, -4), `${signature}=`, [signature, signature]]) {
      expect(openRequest(keys, seen, body, given)).toBeNull();
    }
  });

  it('is refused a minute later, and a minute too early', () => {
    const now = Date.now();
    const { body, signature } = signRequest(keys, asked);
    for (const away of [61_000, -61_000]) {
      jest.useFakeTimers({ now: now + away });
      expect(openRequest(keys, seen, body, signature)).toBeNull();
    }
  });

  it('is taken under a key that was replaced, while it is accepted', () => {
    const open = (ring: RotatingKeyring, { body, signature }: ReturnType<typeof signRequest>) =>
      openRequest(ring, new SeenRequests(maximumAge), body, signature);
    const old = signRequest(keys, asked);
    const rotating = new RotatingKeyring('next', ['key']);
    const fresh = signRequest(rotating, asked);
    expect([old, fresh].map((signed) => open(rotating, signed))).toEqual([asked, asked]);
    expect(open(keys, fresh)).toBeNull();
    rotating.replace('after next', ['next']);
    expect(open(rotating, old)).toBeNull();
    expect(open(rotating, fresh)).toEqual(asked);
  });
});

describe('a request that is shown again', () => {
  it('is refused, for as long as its signature would be good', () => {
    const now = Date.now();
    for (const signedAt of [now, now - 59_000, now + 59_000]) {
      jest.useFakeTimers({ now: signedAt });
      const { body, signature } = signRequest(keys, asked);
      jest.setSystemTime(now);
      expect(openRequest(keys, seen, body, signature)).toEqual(asked);
      for (let later = now; later <= signedAt + maximumAge; later += 500) {
        jest.setSystemTime(later);
        expect(openRequest(keys, seen, body, signature)).toBeNull();
      }
    }
  });

  it('is not what it is when the gateway asks the same twice', () => {
    jest.useFakeTimers();
    const [first, second] = [signRequest(keys, asked), signRequest(keys, asked)];
    for (const { body, signature } of [first, second]) {
      expect(openRequest(keys, seen, body, signature)).toEqual(asked);
    }
  });

  it('is not remembered when it was refused, and not for longer than it would be taken', () => {
    jest.useFakeTimers();
    const sizes: number[] = [];
    const remembered = () =>
      [...(seen as unknown as { spans: Map<number, Set<string>> }).spans.values()].reduce(
        (sum, { size }) => sum + size,
        0,
      );
    for (let second = 0; second < 600; second += 1) {
      const { body, signature } = signRequest(keys, asked);
      openRequest(otherKeys, seen, body, signature);
      openRequest(keys, seen, body, signature);
      sizes.push(remembered());
      jest.advanceTimersByTime(1_000);
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(121);
  });
});
