import { RotatingKeyring } from '../../shared/identity/keyring';
import { signatureHeader, signRequest } from '../../shared/subgraph/request-signing';
import { claimsOf, viewerOf } from '../testkit/claims';
import { testSecret } from '../testkit/database';
import { startTestHub, type TestHub, transports } from '../testkit/hub';
import { sendRaw } from './raw-request';

/** Whoever asks says who they are in one way only: a token. */
describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  let viewer: string;
  let admin: string;
  beforeAll(async () => {
    hub = await startTestHub(transport);
    [viewer, admin] = [await hub.tokenFor('mima:VIEWER'), await hub.provenTokenFor('nair:ORG_ADMIN')];
  });
  afterAll(() => hub.close());

  const body = JSON.stringify({
    query: '{ viewer { roles organization { slug } } campaigns(first: 3) { totalCount nodes { id } } }',
  });
  type Sent = readonly (readonly [string, string])[];
  const ask = async (headers: Sent) => {
    const answer = await sendRaw(
      `${hub.url}/graphql`,
      [['Content-Type', 'application/json'], ...headers],
      body,
    );
    const { 'x-request-id': id, date: _date, ...sent } = answer.headers;
    return { status: answer.status, sent, text: answer.text.replaceAll(String(id), 'request') };
  };
  const everything = viewerOf({
    personId: 'per_1',
    organizationId: 'org_1',
    roles: ['ORG_ADMIN', 'COALITION_STAFF', 'CASEWORKER'],
    secondFactorAt: Date.now(),
  });
  const claims = claimsOf({ viewer: everything });
  const signed = signRequest(new RotatingKeyring(testSecret), { request: JSON.parse(body), claims });
  const asSubgraphsAreAsked: Sent = [
    ['X-Hub-Claims', Buffer.from(JSON.stringify(claims)).toString('base64url')],
    [signatureHeader, signed.signature],
  ];
  const smuggled: Record<string, Sent> = {
    'the claims of a subgraph': asSubgraphsAreAsked,
    'the claims twice': [...asSubgraphsAreAsked, ...asSubgraphsAreAsked],
    'a viewer': [
      ['X-Viewer', JSON.stringify(everything)],
      ['X-Hub-Viewer', JSON.stringify(everything)],
      ['X-User', 'per_1'],
      ['X-User-Id', 'per_1'],
      ['X-Roles', 'ORG_ADMIN'],
      ['X-Organization', 'org_1'],
    ],
    'a proxy’s word': [
      ['X-Forwarded-User', 'admin'],
      ['X-Forwarded-Email', 'admin@example.org'],
      ['X-Forwarded-For', '127.0.0.1'],
      ['Forwarded', 'for=127.0.0.1;by=hub'],
      ['X-Real-IP', '127.0.0.1'],
      ['X-Auth-Request-User', 'admin'],
      ['X-Remote-User', 'admin'],
      ['Remote-User', 'admin'],
      ['X-Ssl-Client-Verify', 'SUCCESS'],
      ['X-Client-Cert', 'admin'],
    ],
    'another place for the token': [
      ['Proxy-Authorization', 'Bearer TOKEN'],
      ['X-Authorization', 'Bearer TOKEN'],
      ['X-Access-Token', 'TOKEN'],
      ['X-Api-Key', 'TOKEN'],
      ['Cookie', 'authorization=Bearer TOKEN; token=TOKEN; session=TOKEN'],
      ['Authorisation', 'Bearer TOKEN'],
    ],
    'another method or address': [
      ['X-HTTP-Method-Override', 'PUT'],
      ['X-Original-URL', '/admin'],
      ['X-Rewrite-URL', '/admin'],
      ['X-Request-Id', 'chosen'],
    ],
    'a wish of Apollo': [
      ['Apollo-Query-Plan-Experimental', '1'],
      ['Apollo-Federation-Include-Trace', 'ftv1'],
      ['Apollo-Expose-Query-Plan', 'true'],
      ['X-Apollo-Tracing', '1'],
    ],
  };

  it.each(
    Object.entries(smuggled),
  )('%s changes nothing, with a token and without', async (_what, headers) => {
    const filled = headers.map(([name, value]) => [name, value.replaceAll('TOKEN', admin)] as const);
    const bare = await ask([]);
    expect(JSON.parse(bare.text).data.viewer).toBeNull();
    expect(await ask(filled)).toEqual(bare);
    const own: Sent = [['Authorization', `Bearer ${viewer}`]];
    const known = await ask(own);
    expect(JSON.parse(known.text).data.viewer.roles).toEqual(['VIEWER']);
    expect(await ask([...own, ...filled])).toEqual(known);
    expect(await ask([...filled, ...own])).toEqual(known);
  });

  it('a token sent twice is nobody’s, in whatever order and case', async () => {
    const bad = await ask([['Authorization', 'Bearer x']]);
    expect(bad.status).toBe(401);
    const [mine, theirs] = [`Bearer ${viewer}`, `Bearer ${admin}`];
    for (const sent of [
      [
        ['Authorization', mine],
        ['Authorization', theirs],
      ],
      [
        ['authorization', theirs],
        ['AUTHORIZATION', mine],
      ],
      [
        ['Authorization', mine],
        ['aUTHORIZATION', mine],
      ],
      [
        ['Authorization', mine],
        ['Authorization', ''],
      ],
      [['Authorization', `${mine}, ${theirs}`]],
      [['Authorization', `${mine} ${theirs}`]],
      [['Authorization', `${mine}\t`.concat(theirs)]],
    ] as unknown as Sent[]) {
      expect({ sent, answer: await ask(sent) }).toEqual({ sent, answer: bad });
    }
  });

  it('a token is known by its own word, in any case', async () => {
    for (const [name, scheme] of [
      ['authorization', 'bearer'],
      ['AUTHORIZATION', 'BEARER'],
    ] as const) {
      expect(JSON.parse((await ask([[name, `${scheme} ${viewer}`]])).text).data.viewer.roles).toEqual([
        'VIEWER',
      ]);
    }
    const bad = await ask([['Authorization', 'Bearer x']]);
    for (const scheme of ['Basic', 'Token', 'DPoP', 'Digest', 'ApiKey', '', 'BearerBearer'])
      expect(await ask([['Authorization', `${scheme} ${admin}`.trim()]])).toEqual(bad);
  });
});
