import { parse } from 'graphql';
import { isAllowedAtOnce, rightsOfQuery } from '../../shared/permission/allowed-at-once';
import type { Policy } from '../../shared/permission/policy';
import { buildGuardedSchema } from '../../shared/schema/build-subgraph-schema';
import { fieldsAsked } from '../../shared/subgraph/fields-asked';
import { subgraphs } from '../../subgraphs/registry';
import { viewerOf } from '../testkit/claims';

const events = subgraphs.find(({ name }) => name === 'events')!;
const { guarded } = buildGuardedSchema(events);
const rights = (query: string, policy: Policy = events.policy) =>
  rightsOfQuery(fieldsAsked(guarded, parse(query)), policy);

describe('the rights of a query', () => {
  it('are those of its fields, in fragments and under references too', () => {
    expect(
      rights('{ events { nodes { ...title __typename } } } fragment title on Event { title { value } }'),
    ).toEqual(['event.public']);
    expect(
      rights(
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Event { slug } ... on Organization { events { totalCount } } } }',
      ),
    ).toEqual(['event.public']);
    expect(rights('{ __typename }')).toEqual([]);
  });

  it('are not known of mutations, of a field that the policy forgot, or of one that is not asked on an object', () => {
    const [[name]] = Object.entries(guarded.getMutationType()!.getFields()) as [[string, unknown]];
    expect(rights(`mutation { ${name} { __typename } }`)).toBeNull();
    expect(rights('{ events { nodes { nothing } } }')).toBeNull();
    const { Event: _, ...fields } = events.policy.fields;
    expect(rights('{ events { nodes { slug } } }', { ...events.policy, fields })).toBeNull();
  });
});

describe('a query is run without asking each field', () => {
  const may = (rights: readonly string[] | null, viewer = {}) =>
    isAllowedAtOnce(rights, events.policy, viewerOf(viewer));

  it('only where every right is the viewer’s', () => {
    expect(may(['event.public'])).toBe(true);
    expect(may(['event.public', 'event.public:u'])).toBe(false);
    expect(
      may(['event.public', 'event.public:u'], { roles: ['ORG_ADMIN'], personId: 'p', organizationId: 'o' }),
    ).toBe(true);
    expect(may([])).toBe(true);
    expect(may(null)).toBe(false);
  });
});
