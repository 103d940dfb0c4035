import { publicViewer } from '../../shared/identity/viewer';
import {
  claimsHeader,
  signatureHeader,
  signRequest,
  verifyRequest,
} from '../../shared/subgraph/request-signing';

const claims = { viewer: publicViewer, languages: ['ar'], requestId: 'r', deadline: 1 };
const body = '{"query":"{ organizations { totalCount } }"}';

describe('a signed request', () => {
  it('carries its claims', () => {
    expect(verifyRequest('key', signRequest('key', claims, body), body)).toEqual(claims);
  });

  it('is refused under another subgraph’s key, with another body, or with other claims', () => {
    const headers = signRequest('key', claims, body);
    const asAdmin = signRequest(
      'key',
      { ...claims, viewer: { ...publicViewer, roles: ['ORG_ADMIN'] } },
      body,
    );
    expect(verifyRequest('other', headers, body)).toBeNull();
    expect(verifyRequest('key', headers, `${body} `)).toBeNull();
    expect(verifyRequest('key', { ...headers, [claimsHeader]: asAdmin[claimsHeader] }, body)).toBeNull();
  });

  it('is refused unsigned, with half a signature, or with headers sent twice', () => {
    const headers = signRequest('key', claims, body);
    expect(verifyRequest('key', {}, body)).toBeNull();
    expect(
      verifyRequest('key', { ...headers, [signatureHeader]: headers[signatureHeader]!.slice(0, -4) }, body),
    ).toBeNull();
    expect(verifyRequest('key', { ...headers, [signatureHeader]: ['a', 'b'] }, body)).toBeNull();
  });

  it('is refused a minute later', () => {
    const headers = signRequest('key', claims, body);
    jest.useFakeTimers({ now: Date.now() + 61_000 });
    expect(verifyRequest('key', headers, body)).toBeNull();
    jest.useRealTimers();
  });
});
