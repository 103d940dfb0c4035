import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import { subgraphs } from '../../subgraphs/registry';
import { actors, type Actor as CanaryActor } from '../canary/world/people';
import { tableOfType } from '../canary/world/words';
import type { World } from '../canary/world/world';
import { clientSchema } from '../testkit/schema-arguments';
import { type Concern, concernOf, inFull, placesIn } from './concern';
import type { Permitted } from './expected-answers';
import { metInTheDatabase } from './met-in-the-database';
import type { Mutant } from './mutant';
import { type AskedField, type ReadingQuestion, rightOf } from './reading-questions';

/** What can be asked of the hub that may show a mistake. */
export interface Ways {
  readonly questions: readonly ReadingQuestion[];
  readonly mutations: readonly string[];
}

/** So many for a mutant, the most telling ones first; more where none says that it is about the mutant's table. */
const most = 3;
const mostAtRandom = 8;

const mutationNames = Object.keys(clientSchema.getMutationType()!.getFields());
const none: Ways = { questions: [], mutations: [] };

/** Which questions and mutations can show a mutant: none where no field of the API leads anybody to what it changes. */
export class WaysToMutants {
  constructor(
    private readonly questions: readonly ReadingQuestion[],
    private readonly world: World,
    private readonly permitted: Permitted,
  ) {}

  to(mutant: Mutant): Ways {
    const { definition, policy, seenAs } = mutant;
    const concern = concernOf(mutant);
    const isInShield = concern.fields.size > 0 || seenAs || policy.groups !== definition.policy.groups;
    const met = isInShield ? null : metInTheDatabase(mutant);
    if (met && !met.reading) return none;
    const isConcerned = (field: AskedField) =>
      isServedBy(definition, field) &&
      (concern.fields.size > 0
        ? this.isMovedForSomebody(field, mutant, concern)
        : this.isOpenedToSomebody(field, concern));
    const questions = this.questions
      // What is hidden with its organisation shows only where none is on the way; the organisation itself is left out twice.
      .filter(({ lists }) => !met?.hiddenOnly || (lists !== 'Organization' && this.isTable(lists, mutant)))
      .map((question) => ({
        question,
        weight: this.weightOf(
          question.fields.filter(
            (field) => isConcerned(field) && !isAnsweredByOthers(question, field, definition),
          ),
          question,
          mutant,
        ),
      }))
      .filter(({ weight }) => weight > 0)
      .sort((one, another) => another.weight - one.weight)
      .map(({ question }) => question);
    const mutations = met?.hiddenOnly
      ? []
      : mutationNames.filter((name) => isConcerned({ path: `Mutation.${name}`, way: [] }));
    return { questions: this.firstOf(questions, mutant, isConcerned), mutations: mutations.slice(0, most) };
  }

  private firstOf(
    questions: readonly ReadingQuestion[],
    mutant: Mutant,
    isConcerned: (field: AskedField) => boolean,
  ): ReadingQuestion[] {
    if (mutant.seenAs || mutant.rewrite || mutant.functions) {
      // It may show in one group and not in another: each is asked about.
      const seen = new Set<string>();
      const isNew = ({ fields }: ReadingQuestion) => {
        const before = seen.size;
        for (const field of fields.filter(isConcerned)) seen.add(rightOf(field.path));
        return seen.size > before;
      };
      return questions.filter(isNew).slice(0, mostAtRandom);
    }
    const isKnown = questions.some(({ fields }) => fields.some(({ path }) => this.isAbout(path, mutant)));
    return questions.slice(0, isKnown || mutant.tables.length !== 1 ? most : mostAtRandom);
  }

  /** Whether somebody is led to the field and gets another answer there than they should. */
  private isMovedForSomebody(
    { path, way }: AskedField,
    { definition }: Mutant,
    { fields }: Concern,
  ): boolean {
    if (!fields.has(path)) return false;
    const before = placesIn(definition.policy).get(path)!;
    const after = fields.get(path)!;
    return actors.some(
      (actor) =>
        way.every((one) => this.permitted.mayReach(actor, rightOf(one))) &&
        this.permitted.mayReach(actor, before) !== (after !== null && this.permitted.mayReach(actor, after)),
    );
  }

  /** Whether it has a right that is changed, and is not behind another right of those for whom it is. */
  private isOpenedToSomebody({ path, way }: AskedField, { rights, holders }: Concern): boolean {
    const isChanged = (one: string) => rights.has(inFull(rightOf(one)));
    if (rightOf(path) === 'open' || !isChanged(path)) return false;
    const isLed = (actor: CanaryActor) =>
      way.every((one) => isChanged(one) || this.permitted.mayReach(actor, rightOf(one)));
    return holders === null || actors.some((actor) => isIn(holders, actor) && isLed(actor));
  }

  /** How much of a question is about it; a table's own records say more than others of its group. */
  private weightOf(
    concerned: readonly AskedField[],
    { name, fields }: ReadingQuestion,
    mutant: Mutant,
  ): number {
    if (concerned.length === 0) return 0;
    const shown = concerned.filter(({ path }) => this.isAbout(path, mutant)).length;
    const isSearch = name.endsWith('searched') && mutant.tables.some((table) => table.endsWith('_search'));
    return (concerned.length + shown) / fields.length + (shown > 0 ? 1 : 0) + (isSearch ? 3 : 0);
  }

  /** By its type, or by its name: `Campaign.credits` tells of `campaign_credit`. */
  private isAbout(path: string, mutant: Mutant): boolean {
    const [type, field] = path.split('.') as [string, string];
    const nouns = mutant.tables
      .map((table) => table.split('_').slice(1).join(''))
      .filter((noun) => noun !== '');
    return this.isTable(type, mutant) || nouns.some((noun) => field.toLowerCase().startsWith(noun));
  }

  private isTable(type: string | undefined, { tables }: Mutant): boolean {
    const table = type === undefined ? undefined : tableOfType(type, this.world.tables);
    return table !== undefined && tables.includes(table);
  }
}

/** Whether the subgraph answers for the field: it keeps the record, or has led to it. */
function isServedBy({ policy, references }: SubgraphDefinition, { path, way }: AskedField): boolean {
  const served = placesIn(policy);
  return [...way, path].reduce(
    (isServed, one) => served.has(one) && (isServed || one.slice(0, one.indexOf('.')) in references),
    true,
  );
}

/** Whether the gateway can ask another subgraph instead: for what several have, with nothing below that only this one has. */
function isAnsweredByOthers(
  { fields }: ReadingQuestion,
  field: AskedField,
  definition: SubgraphDefinition,
): boolean {
  const others = subgraphs.filter((one) => one !== definition && isServedBy(one, field));
  // Records are asked for by themselves, whoever has led to them.
  const isOnlyHere = (below: AskedField) =>
    below.way.includes(field.path) &&
    !(below.path.slice(0, below.path.indexOf('.')) in definition.references) &&
    isServedBy(definition, below) &&
    !others.some((other) => isServedBy(other, below));
  return others.length > 0 && !fields.some(isOnlyHere);
}

/** Whether somebody is one of those in a column of the matrix. */
const isIn = (columns: ReadonlySet<string>, { tool, person, roles }: CanaryActor) =>
  columns.has('PUBLIC') ||
  (tool ? columns.has('TOOL') : false) ||
  (person !== null && roles.some((role) => columns.has(role)));
