import { Client } from 'pg';
import { subgraphs } from '../../subgraphs/registry';
import { ask, type Reply } from '../canary/ask';
import { shownLinks } from '../canary/documents/question';
import { openStage, type Stage } from '../canary/stage';
import { Watch } from '../canary/watch';
import { type Actor, actors } from '../canary/world/people';
import { Snapshot } from '../canary/world/snapshot';
import type { Transport } from '../testkit/hub';
import { concernOf, placesIn } from './concern';
import { everyMutant } from './every-mutant';
import { AnswerReader, type Asked, Permitted, rightAt, type Told } from './expected-answers';
import type { Mutant } from './mutant';
import { withMistake } from './mutated-hub';
import { attemptsOf, type Outcome, outcomeOf, wrongOutcome } from './mutation-attempts';
import { type ReadingQuestion, readingQuestions } from './reading-questions';
import { type Ways, WaysToMutants } from './ways';

/** A canary world with a hub in front of it, and the oracle that looks for what a mutant changes. */
export class WholeHub {
  private readonly reader: AnswerReader;
  private readonly permitted = new Permitted();
  private readonly watch: Watch;
  private readonly questions: readonly ReadingQuestion[];
  private readonly ways: WaysToMutants;
  /** What each question tells in peace: who is permitted it must be told it. */
  private readonly toBeTold = new Map<ReadingQuestion, readonly Expected[]>();
  /** What the oracle complained of in peace: nothing, if both are right. */
  readonly complaintsInPeace: string[] = [];
  /** Who was told, or refused, a field of some record, by question and field. */
  private readonly atField = new Map<string, Set<Actor>>();
  /** How attempts end in peace, by mutation. */
  private readonly inPeace = new Map<string, ReadonlyMap<string, Outcome>>();

  private constructor(
    private readonly stage: Stage,
    private readonly client: Client,
    private readonly before: Snapshot,
  ) {
    this.reader = new AnswerReader(stage.world);
    this.watch = new Watch(stage.world);
    this.questions = readingQuestions(stage.world);
    this.ways = new WaysToMutants(this.questions, stage.world, this.permitted);
  }

  static async open(transport: Transport): Promise<WholeHub> {
    const stage = await openStage(transport);
    const client = new Client({ connectionString: stage.world.url });
    await client.connect();
    await client.query('set session_replication_role = replica');
    return new WholeHub(stage, client, await Snapshot.take(client, stage.world.tables));
  }

  async close(): Promise<void> {
    await this.client.end();
    await this.stage.close();
  }

  mutants(): Mutant[] {
    const columns = new Map(
      this.stage.world.tables.map((table) => [table.name, table.columns.map(({ name }) => name)]),
    );
    return subgraphs.flatMap((definition) => everyMutant(definition, columns));
  }

  waysTo(mutant: Mutant): Ways {
    return this.ways.to(mutant);
  }

  /** Asks in peace what mutants will be asked. */
  async prepare({ questions, mutations }: Ways): Promise<void> {
    const complaints = this.complaintsInPeace;
    for (const question of questions) {
      if (this.toBeTold.has(question)) continue;
      await this.clearLog(question);
      const answers: { actor: Actor; answer: Answers }[] = [];
      await each(actors, async (actor) => {
        answers.push({ actor, answer: await this.answerTo(question, actor) });
      });
      const told = answers.flatMap(({ actor, answer }) =>
        answer.told.map((one): Expected => ({ ...one, only: one.isAboutAsker ? actor : null })),
      );
      for (const { actor, answer } of answers) {
        for (const field of answer.fields) {
          const key = `${question.query} ${field}`;
          this.atField.set(key, (this.atField.get(key) ?? new Set()).add(actor));
        }
      }
      this.toBeTold.set(question, [
        ...new Map(told.map((one) => [`${one.only?.name ?? ''}${one.key}`, one])).values(),
      ]);
      for (const { actor, answer } of answers) complaints.push(...this.complaints(question, actor, answer));
    }
    for (const mutation of mutations) {
      if (this.inPeace.has(mutation)) continue;
      const outcomes = new Map<string, Outcome>();
      complaints.push(...(await this.wrongDeeds(mutation, outcomes)));
      this.inPeace.set(mutation, outcomes);
    }
  }

  /** Whether the world has a record on which the field that a mutant moves is another one for somebody. */
  hasRecordFor(mutant: Mutant): boolean {
    const { questions, mutations } = this.waysTo(mutant);
    const places = placesIn(mutant.definition.policy);
    const moved = [...concernOf(mutant).fields];
    if (moved.length === 0 || mutations.length > 0) return true;
    return moved.some(([path, after]) =>
      questions
        .flatMap((question) => [...(this.atField.get(`${question.query} ${path}`) ?? [])])
        .some(
          (actor) =>
            this.permitted.mayReach(actor, places.get(path)!) !==
            (after !== null && this.permitted.mayReach(actor, after)),
        ),
    );
  }

  /** What the oracle notices first when the mutant is in the hub; null when nothing. */
  async noticed(mutant: Mutant, { questions, mutations } = this.waysTo(mutant)): Promise<string | null> {
    try {
      return await withMistake(this.stage, mutant, async () => {
        for (const question of questions) {
          const [first] = await this.wrongAnswersTo(question);
          if (first) return first;
        }
        for (const mutation of mutations) {
          const [first] = await this.wrongDeeds(mutation);
          if (first) return first;
        }
        return null;
      });
    } catch (error) {
      // A policy that the database does not even take is noticed when it is applied.
      if (!(error instanceof Error && 'severity' in error)) throw error;
      return 'the database refuses it';
    }
  }

  /** Until somebody's answer is wrong. */
  private async wrongAnswersTo(question: ReadingQuestion): Promise<string[]> {
    const complaints: string[] = [];
    await this.clearLog(question);
    await each(actors, async (actor) => {
      if (complaints.length > 0) return;
      complaints.push(...this.complaints(question, actor, await this.answerTo(question, actor)));
    });
    return complaints;
  }

  /** What was asked before is in the log, and would push what is to be found there off the page. */
  private async clearLog({ query }: ReadingQuestion): Promise<void> {
    if (/\baccessLog\b/.test(query)) await this.before.restore();
  }

  private complaints(question: ReadingQuestion, actor: Actor, { told, wrong }: Answers): string[] {
    const links = shownLinks(question.query);
    const keys = new Set(told.map(({ key }) => key));
    const isWhole = question.strict.every((right) => this.permitted.mayReach(actor, right));
    const missing = (isWhole ? this.toBeTold.get(question)! : []).filter(
      (one) =>
        !keys.has(one.key) &&
        (one.only === null || one.only === actor) &&
        this.permitted.mustBeTold(actor, one, links),
    );
    const tooMuch = told.filter((one) => this.permitted.mustNotBeTold(actor, one, links));
    return [
      ...wrong,
      ...missing.map(({ key }) => `misses${key}`),
      ...tooMuch.map(({ key }) => `is told${key}`),
    ].map((text) => `${question.name}: ${actor.name} ${text}`);
  }

  /** All pages of the answer, and what is wrong with them by themselves. */
  private async answerTo(question: ReadingQuestion, actor: Actor): Promise<Answers> {
    const all = { told: [] as Told[], wrong: [] as string[], fields: new Set<string>() };
    let after: string | null = null;
    do {
      const asked = { ...question, actor, language: 'en', variables: { ...question.variables, after } };
      const reply = await ask(this.stage.hub, asked, this.stage.tokenOf(actor.name));
      const { asked: fields, told, wrong } = this.reader.read(question.query, reply.data);
      all.told.push(...told);
      for (const { field } of fields) all.fields.add(field);
      all.wrong.push(
        ...wrong,
        ...(await this.watch.leaks(asked, reply)).map((mark) => `knows ${mark}`),
        ...reply.codes.filter((code) => code !== 'FORBIDDEN').map((code) => `gets ${code}`),
        ...this.wrongRefusals(question, actor, fields, reply),
      );
      const page = question.list && reply.data?.[question.list]?.pageInfo;
      after = page?.hasNextPage ? page.endCursor : null;
    } while (after !== null);
    return all;
  }

  private wrongRefusals(
    { query }: ReadingQuestion,
    actor: Actor,
    fields: readonly Asked[],
    { errors }: Reply,
  ) {
    const refused = errors.flatMap(({ path, extensions }) =>
      extensions?.code === 'FORBIDDEN' && path ? [path] : [],
    );
    const paths = new Set(refused.map((path) => JSON.stringify(path)));
    return [
      ...refused
        .filter((path) => this.permitted.mayReach(actor, rightAt(query, path)))
        .map((path) => `is refused ${path.join('.')}`),
      ...fields
        .filter(({ path, right }) => !paths.has(path) && !this.permitted.mayReach(actor, right))
        .map(({ path }) => `is not refused ${path}`),
    ];
  }

  /** Tries the mutation as everybody, and takes back what was done. @param outcomes gets them, in peace */
  private async wrongDeeds(mutation: string, outcomes?: Map<string, Outcome>): Promise<string[]> {
    const complaints: string[] = [];
    const peace = this.inPeace.get(mutation);
    for (const attempt of actors.flatMap((actor) => attemptsOf(mutation, actor, this.stage.world))) {
      const { query, variables, actor } = attempt;
      const asked = { query, variables: { ...variables }, actor, language: 'en' };
      const outcome = outcomeOf(await ask(this.stage.hub, asked, this.stage.tokenOf(actor.name)));
      outcomes?.set(attempt.key, outcome);
      const wrong = wrongOutcome(attempt, outcome, peace?.get(attempt.key));
      if (wrong) complaints.push(`${mutation}: ${attempt.key} ${wrong}`);
      if (outcome === 'done') await this.before.restore();
      if (wrong && peace) break;
    }
    await this.before.restore();
    return complaints;
  }
}

/** Several at the same time. */
async function each<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const left = [...all];
  const next = async (): Promise<void> => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one);
  };
  await Promise.all([next(), next(), next(), next()]);
}

interface Answers {
  readonly told: readonly Told[];
  /** What is wrong with them, whatever others are told. */
  readonly wrong: readonly string[];
  readonly fields: ReadonlySet<string>;
}

interface Expected extends Told {
  /** Whom alone it is told; everybody who is permitted when null. */
  readonly only: Actor | null;
}
