import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { columnNeeds, maximumSelections } from '../../shared/database/columns-asked';
import { startTestHub, type TestHub, transports } from '../testkit/hub';
import { clientSchema } from '../testkit/schema-arguments';

/** Where rows of each type with columns that are not always read are listed. */
const places: Readonly<Record<string, readonly (readonly string[])[]>> = {
  Organization: [['organizations(first: 100)', 'nodes']],
  Campaign: [['campaigns(first: 100)', 'nodes']],
  Activity: [['campaigns(first: 100)', 'nodes', 'activities']],
  Result: [['campaigns(first: 100)', 'nodes', 'results']],
  Service: [['services(first: 100)', 'nodes']],
  Event: [['events(first: 100)', 'nodes']],
  ReportedFigure: ['memberFigures', 'campaignFigures', 'serviceFigures', 'eventFigures'].map((list) => [
    `${list}(first: 100)`,
    'nodes',
  ]),
};

const typeOf = (name: string) => clientSchema.getType(name) as GraphQLObjectType;
const isAskedPlainly = ({ args }: GraphQLField<unknown, unknown>) => !args.some(isRequiredArgument);

/** A field with all leaves of what it leads to. */
function selectionOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return field.name;
  const leaves = Object.values(type.getFields()).filter(
    (inner) => isLeafType(getNamedType(inner.type)) && isAskedPlainly(inner),
  );
  return `${field.name} { __typename ${leaves.map(({ name }) => name).join(' ')} }`;
}

const questionOf = (place: readonly string[], selection: string) =>
  `${['', ...place].join(' { ')} { ${selection} }${' }'.repeat(place.length)}`;

it('knows a place for every type whose rows are not always read whole, and the fields that need their columns', () => {
  const named = [...columnNeeds].map(
    ([entity, needs]) => [(entity as { name: string }).name, needs] as const,
  );
  expect([...new Set(named.map(([name]) => name))].sort()).toEqual(Object.keys(places).sort());
  for (const [name, needs] of named) {
    const fields = Object.keys(typeOf(name).getFields());
    const needing = new Set([...needs.values()].flat());
    expect(fields).toEqual(expect.arrayContaining([...needing]));
    // Each alone, none and all: with more of them this would ask for more columns without knowing.
    expect(needing.size + 2).toBeLessThanOrEqual(maximumSelections);
  }
});

describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  const asked = async (place: readonly string[], selection: string) => {
    const { data, errors } = await hub.ask(questionOf(place, selection), { as: 'mima:ORG_ADMIN' });
    expect(errors).toBeUndefined();
    return place.reduce<unknown[]>(
      (found, step) => found.flatMap((one) => (one as Record<string, unknown>)[step.split('(')[0]!]),
      [data],
    );
  };

  const all = Object.entries(places).flatMap(([type, listed]) =>
    listed.map((place) => ({ type, list: place.join(' '), place })),
  );
  it.each(all)('a $type of $list says in each field alone what it says beside all others', async ({
    type,
    place,
  }) => {
    const fields = Object.values(typeOf(type).getFields()).filter(isAskedPlainly);
    const together = (await asked(place, fields.map(selectionOf).join(' '))) as Record<string, unknown>[];
    expect(together.length).toBeGreaterThan(0);
    for (const field of fields) {
      const alone = await asked(place, selectionOf(field));
      expect(alone).toEqual(together.map((row) => ({ [field.name]: row[field.name] })));
    }
  });
});
