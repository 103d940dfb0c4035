import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { type Asker, startTestHub, type TestHub, transports } from '../testkit/hub';
import questions from './questions/questions.json';

/**
 * Questions that people really ask, each as the document one would write from the schema's own descriptions
 * (`questions/*.graphql`, a file for each kind of asker). A document selects exactly what answers the question,
 * so the values in the answer, taken in order, must be the expected ones and nothing else. An operation is named
 * after its question: `beirut_sdg` asks `beirut-sdg`.
 */
interface AskedQuestion {
  readonly id: string;
  readonly document: string;
  /** Somebody of a member organisation. */
  readonly asker: Asker;
}

const folder = join(__dirname, 'questions');

/** Whom a file's questions interest, and so who asks them. */
const askers: Readonly<Record<string, Asker>> = {
  'city-office.graphql': 'mima:VIEWER',
  'mediterranean-cities.graphql': 'mc2cm:VIEWER',
  'national-alliance.graphql': 'nair:VIEWER',
  'return-and-reintegration.graphql': 'iom-morocco:VIEWER',
};

const asked = Object.entries(askers).flatMap(([file, asker]) =>
  operationsOf(file).map(
    (operation): AskedQuestion => ({
      id: operation.name!.value.replaceAll('_', '-'),
      document: print(operation),
      asker,
    }),
  ),
);

/**
 * Questions whose answers campaigns hold, which are shared inside the coalition only. What counts is the fields a
 * document goes through: figures about campaigns (`campaignFigures`) are public, and so is `SET_UP_BY_PROGRAMME`.
 */
const insideOnly = new Set(
  asked.filter(({ document }) => /campaign(s|Counts)?\s*[({]/i.test(document)).map(({ id }) => id),
);

it('asks every question, and each one once', () => {
  expect(
    readdirSync(folder)
      .filter((file) => file.endsWith('.graphql'))
      .sort(),
  ).toEqual(Object.keys(askers).sort());
  expect(asked.map(({ id }) => id).sort()).toEqual(questions.map(({ id }) => id).sort());
});

describe.each(transports)('over the %s transport', (transport) => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub(transport);
  });
  afterAll(() => hub.close());

  it.each(asked)('$asker asks $id', async ({ id, document, asker }) => {
    const { data, errors } = await hub.ask(document, { as: asker });
    expect(errors).toBeUndefined();
    expectAnswer(id, data);
  });

  it.each(asked.filter(({ id }) => !insideOnly.has(id)))('anybody asks $id, in Arabic', async ({
    id,
    document,
  }) => {
    const { data, errors } = await hub.ask(document, { language: 'ar' });
    expect(errors).toBeUndefined();
    expectAnswer(id, data);
  });

  it.each(asked.filter(({ id }) => insideOnly.has(id)))('an outsider does not learn $id', async ({
    id,
    document,
  }) => {
    const { data, errors } = await hub.ask(document);
    expect(errors).toBeUndefined();
    const { values } = questions.find((question) => question.id === id)!.answer;
    expect(leaves(data)).not.toEqual(expect.arrayContaining(values));
  });
});

function expectAnswer(id: string, data: unknown) {
  const { values, type } = questions.find((question) => question.id === id)!.answer;
  const given = leaves(data);
  // A list has no order, and may meet the same thing twice; numbers and mixed answers stand in the question's order.
  if (type === 'LIST') expect([...new Set(given)].sort()).toEqual([...values].sort());
  else expect(given).toEqual(values);
}

function leaves(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return typeof value === 'object' ? Object.values(value).flatMap(leaves) : [value];
}

function operationsOf(file: string): OperationDefinitionNode[] {
  const { definitions } = parse(readFileSync(join(folder, file), 'utf8'));
  return definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
}
