import type { Role } from '../../shared/identity/viewer';
import { seedId } from '../../shared/schema/type-id';
import { memberSlugs } from '../../subgraphs/members/seed/coalition-members';
import { type Answer, type Asker, startTestHub, type TestHub, transports } from '../testkit/hub';
import { seedFiles } from '../testkit/seed';

const owners = [...new Set(seedFiles.engagements.map(({ organisation }) => organisation))];

/** What one request shows of what only some may see. */
const query = `query ($id: ID!) {
  viewer { roles organization { slug } }
  organization(id: $id) { slug engagements { sources { lines } } }
  campaigns { totalCount }
  storyProfiles { totalCount }
}`;

const ways: readonly Role[] = ['VIEWER', 'ORG_ADMIN', 'CASEWORKER', 'CAMPAIGNER'];

/** 200 requests in an order that mixes organisations, roles and the public. */
const requests = Array.from({ length: 200 }, (_, n) => {
  const slug = memberSlugs[(n * 7) % memberSlugs.length]!;
  const role = ways[n % ways.length]!;
  const as: Asker = n % 5 === 0 ? 'public' : `${slug}:${role}`;
  return { as, slug, role, about: owners[n % owners.length]!, language: n % 2 === 0 ? 'ar' : 'en' };
});

describe.each(transports)('200 requests at once over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  it('never see what another viewer sees', async () => {
    const answers = await Promise.all(
      requests.map(({ as, about, language }) =>
        hub.ask(query, { as, language, variables: { id: seedId('Organization', about) } }),
      ),
    );
    // A machine that is busy with something else may leave some without a connection; they are told so.
    const served = answers.flatMap((answer, n) => (leftOut(answer) ? [] : [{ n, answer }]));
    expect(served.length).toBeGreaterThan(100);
    const seen = served.map(({ n, answer }) => ({ n, ...rowsOf(answer) }));
    expect(seen).toEqual(served.map(({ n }) => ({ n, ...rightsOf(requests[n]!) })));
    // All kinds of requests were among them.
    const engaged = new Set(seen.map(({ engagements }) => engagements));
    expect(engaged.size).toBeGreaterThan(3);
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(requests.length);
  });
});

const leftOut = ({ status, errors = [] }: Answer) =>
  status === 503 || errors.some(({ extensions }) => /^SUBGRAPH_/.test(extensions.code));

function rowsOf({ data, errors = [] }: Answer) {
  return {
    viewer: data.viewer && `${data.viewer.organization.slug}:${data.viewer.roles}`,
    about: data.organization.slug,
    engagements: data.organization.engagements?.length ?? 'FORBIDDEN',
    campaigns: data.campaigns.totalCount,
    stories: data.storyProfiles?.totalCount ?? 'FORBIDDEN',
    refused: errors.map(({ extensions }) => extensions.code),
  };
}

function rightsOf({ as, slug, role, about }: (typeof requests)[number]) {
  const isPublic = as === 'public';
  const own = seedFiles.engagements.filter(({ organisation }) => organisation === about).length;
  const closed = isPublic || role === 'CASEWORKER';
  const refusals = (isPublic ? 2 : 0) + (closed ? 1 : 0);
  return {
    viewer: isPublic ? null : `${slug}:${role}`,
    about,
    engagements: closed ? 'FORBIDDEN' : slug === about ? own : 0,
    campaigns: isPublic ? 0 : seedFiles.campaigns.length,
    stories: isPublic ? 'FORBIDDEN' : seedFiles.stories.length,
    refused: Array.from({ length: refusals }, () => 'FORBIDDEN'),
  };
}
