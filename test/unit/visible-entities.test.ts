import { readFileSync } from 'node:fs';
import { parse, print } from 'graphql';
import { withoutHiddenPlaces } from '../../gateway/execution/visibility/hidden-places';
import { withProofs } from '../../gateway/execution/visibility/proofs';
import { pointerFields } from '../../gateway/supergraph/pointer-fields';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';
import { clientSchema } from '../testkit/schema-arguments';

const pointers = pointerFields(readFileSync(supergraphFile(), 'utf8'));
const proved = (query: string) => {
  const { document, proof } = withProofs(parse(query), clientSchema, pointers);
  return { query: print(document).replace(/\s+/g, ' '), proof };
};

describe('what a pointer at another subgraph’s entity is asked for besides', () => {
  it('is a field that only the entity’s own subgraph answers, and always', () => {
    expect(pointers.get('Event.venue')).toEqual({ field: 'id', isObject: false });
    expect(pointers.get('ReportedFigure.event')).toEqual({ field: 'id', isObject: false });
    expect(pointers.get('Event.credits')).toEqual({ field: 'name', isObject: true });
  });

  it('is nothing where the subgraph that answers keeps the entity itself', () => {
    for (const own of ['Query.event', 'EventConnection.nodes', 'Organization.parent', 'Agreement.parties']) {
      expect(pointers.has(own)).toBe(false);
    }
    expect(proved('{ events { nodes { id } } }')).toEqual({
      query: '{ events { nodes { id } } }',
      proof: null,
    });
  });

  it('is asked for in every place, also inside fragments, under a name that the document does not use', () => {
    const { query, proof } = proved(
      '{ events { nodes { isVisible: slug ...where } } } fragment where on Event { venue { __typename } credits { __typename } }',
    );
    expect(proof).toBe('isVisible_');
    expect(query).toContain('venue { __typename isVisible_: id }');
    expect(query).toContain('credits { __typename isVisible_: name { __typename } }');
  });
});

describe('what goes out with errors', () => {
  const there = (name: string) => ({ name });

  it('tells by an error no place that was left out', () => {
    const data = { campaigns: [{ partners: [null, there('a'), null] }, { partners: [null] }], other: null };
    const path = ['campaigns', 0, 'partners', 1, 'settings'];
    expect(withoutHiddenPlaces(data, [path, ['other']])).toEqual({
      campaigns: [{ partners: [{ name: 'a' }] }, { partners: [] }],
      other: null,
    });
    expect(path).toEqual(['campaigns', 0, 'partners', 0, 'settings']);
  });

  it('keeps the place of one that failed by itself', () => {
    const path = ['partners', 2];
    expect(withoutHiddenPlaces({ partners: [null, there('a'), null] }, [path])).toEqual({
      partners: [{ name: 'a' }, null],
    });
    expect(path).toEqual(['partners', 1]);
  });

  it('is no list where nobody could be asked for any of it', () => {
    const data = () => ({ nodes: [{ partners: [null, null] }, { partners: [] }] });
    const path = ['nodes', '@', 'partners', '@'];
    expect(withoutHiddenPlaces(data(), [path])).toEqual({ nodes: [{ partners: null }, { partners: [] }] });
    expect(withoutHiddenPlaces(data(), [[...path, 'campaigns', '@']])).toEqual({
      nodes: [{ partners: [] }, { partners: [] }],
    });
  });
});
