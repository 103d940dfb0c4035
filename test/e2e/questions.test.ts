import { readdirSync } from 'node:fs';
import { startTestHub, type TestHub, transports } from '../testkit/hub';
import { askedQuestions as asked, askers, questionFolder } from './asked-questions';
import questions from './questions/questions.json';

/**
 * Questions whose answers campaigns hold, which are shared inside the coalition only. What counts is the fields a
 * document goes through: figures about campaigns (`campaignFigures`) are public, and so is `SET_UP_BY_PROGRAMME`.
 */
const insideOnly = new Set(
  asked.filter(({ document }) => /campaign(s|Counts)?\s*[({]/i.test(document)).map(({ id }) => id),
);

it('asks every question, and each one once', () => {
  expect(
    readdirSync(questionFolder)
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
