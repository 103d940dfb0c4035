import { sampleQueries } from '../../gateway/explorer/sample-queries';
import { readFacts } from '../bench/database';
import { mornings } from '../bench/growth-scales';
import { queries as benchQueries } from '../bench/queries';
import { seededRandom } from '../bench/random';
import { makeRequests } from '../bench/requests';
import { ask } from '../canary/ask';
import { collectCursors } from '../canary/documents/collect-cursors';
import { questionFrom } from '../canary/documents/question';
import { stockOf } from '../canary/documents/stock';
import { openStage } from '../canary/stage';
import { actors } from '../canary/world/people';
import { askedQuestions } from '../e2e/asked-questions';
import { databaseUrl } from '../testkit/database';
import { type Asker, startTestHub, type TestHub } from '../testkit/hub';
import { askForEveryList, askWhyOfEveryKind } from './list-questions';

/** One text of SQL, as a subgraph sends it, whatever its values. */
export interface AskedStatement {
  readonly subgraph: string;
  readonly text: string;
}

/** What subgraphs send when people ask what the tests, the explorer and the bench ask. */
export async function statementsOfQuestions(): Promise<AskedStatement[]> {
  const hub = await startTestHub('local');
  try {
    for (const { document, asker } of askedQuestions) {
      await answered(hub, document, { as: asker });
      await hub.ask(document, { language: 'ar' });
    }
    for (const { query, variables = {} } of sampleQueries) await hub.ask(query, { as: member, variables });
    const { subjects } = await readFacts(databaseUrl());
    for (const query of [...benchQueries, ...mornings.queries]) {
      for (const { language, variables } of makeRequests(query, subjects, 4, 'plans'))
        await answered(hub, query.document, { as: member, language, variables });
    }
    await answered(hub, ofAll, { as: member });
    return distinct(hub);
  } finally {
    await hub.close();
  }
}

/** What no question asks, and documents by chance only: who stands behind the report of the whole coalition, and counts. */
const ofAll = `{
  impactReport(period: { year: 2025 }) { campaigns { contributingOrganizations } }
  campaignCounts(by: KIND) { count }
}`;

const member: Asker = 'bicf:VIEWER';

async function answered(hub: TestHub, ...[document, options]: Parameters<TestHub['ask']>): Promise<void> {
  const { errors } = await hub.ask(document, options);
  if (errors) throw new Error(`${document}\n${JSON.stringify(errors)}`);
}

/** What they send for every list, and for random documents over the whole schema, in a world where every table is full. */
export async function statementsOfTheSchema(documents: number): Promise<AskedStatement[]> {
  const stage = await openStage('local');
  try {
    const { hub, tokenOf, world } = stage;
    const stock = stockOf(world);
    const kinds = ['public', 'north ORG_ADMIN', 'coalition COALITION_STAFF'];
    for (const actor of kinds) await askForEveryList(hub, stock, tokenOf(actor));
    await askWhyOfEveryKind(hub, tokenOf('north ORG_ADMIN')!);
    await collectCursors(hub, stock, kinds.map(tokenOf));
    const random = seededRandom('plans');
    for (let n = 0; n < documents; n++) {
      const numbers = Array.from({ length: 160 }, () => Math.floor(random() * 0xffff));
      const question = questionFrom(numbers, stock, actors);
      await ask(hub, question, tokenOf(question.actor.name));
    }
    return distinct(hub);
  } finally {
    await stage.close();
  }
}

function distinct(hub: TestHub): AskedStatement[] {
  const asked = hub.statements().filter(({ kind }) => kind === 'query');
  return [
    ...new Map(asked.map(({ subgraph, text }) => [`${subgraph} ${text}`, { subgraph, text }])).values(),
  ];
}
