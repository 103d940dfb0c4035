import { RotatingKeyring } from '../../shared/identity/keyring';
import { publicViewer } from '../../shared/identity/viewer';
import {
  claimsHeader,
  signatureHeader,
  signRequest,
  verifyRequest,
} from '../../shared/subgraph/request-signing';
import { claimsOf } from '../testkit/claims';

const claims = claimsOf({ languages: ['ar'], deadline: 1 });
const keys = new RotatingKeyring('key');
const otherKeys = new RotatingKeyring('other');
const body = '{"query":"{ organizations { totalCount } }"}';

describe('a signed request', () => {
  it('carries its claims', () => {
    expect(verifyRequest(keys, signRequest(keys, claims, body), body)).toEqual(claims);
  });

  it('is refused under another subgraph’s key, with another body, or with other claims', () => {
    const headers = signRequest(keys, claims, body);
    const asAdmin = signRequest(keys, { ...claims, viewer: { ...publicViewer, roles: ['ORG_ADMIN'] } }, body);
    expect(verifyRequest(otherKeys, headers, body)).toBeNull();
    expect(verifyRequest(keys, headers, `${body} `)).toBeNull();
    expect(verifyRequest(keys, { ...headers, [claimsHeader]: asAdmin[claimsHeader] }, body)).toBeNull();
  });

  it('is refused unsigned, with half a signature, or with headers sent twice', () => {
    const headers = signRequest(keys, claims, body);
    expect(verifyRequest(keys, {}, body)).toBeNull();
    expect(
      verifyRequest(keys, { ...headers, [signatureHeader]: headers[signatureHeader]!.slice(0, -4) }, body),
    ).toBeNull();
    expect(verifyRequest(keys, { ...headers, [signatureHeader]: ['a', 'b'] }, body)).toBeNull();
  });

  it('is refused a minute later', () => {
    const headers = signRequest(keys, claims, body);
    jest.useFakeTimers({ now: Date.now() + 61_000 });
    expect(verifyRequest(keys, headers, body)).toBeNull();
    jest.useRealTimers();
  });

  it('is taken under a key that was replaced, while it is accepted', () => {
    const old = signRequest(keys, claims, body);
    const rotating = new RotatingKeyring('next', ['key']);
    const fresh = signRequest(rotating, claims, body);
    expect([old, fresh].map((headers) => verifyRequest(rotating, headers, body))).toEqual([claims, claims]);
    expect(verifyRequest(keys, fresh, body)).toBeNull();
    rotating.replace('after next', ['next']);
    expect(verifyRequest(rotating, old, body)).toBeNull();
    expect(verifyRequest(rotating, fresh, body)).toEqual(claims);
  });
});
