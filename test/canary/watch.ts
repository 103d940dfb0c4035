import type { Reply } from './ask';
import { type Question, shownLinks } from './documents/question';
import { type Mark, markRows, marksIn } from './world/marks';
import { termsFor, termsToKnow } from './world/may-see';
import { actors } from './world/people';
import { asOwner, type PlantedRow, readRows, type World } from './world/world';

/** Compares what comes out of the hub with what the specification lets out, and counts, so that nothing proves nothing. */
export class Watch {
  readonly count = { asked: 0, answered: 0, withCanary: 0, marks: 0 };
  readonly reached = new Set<string>();
  readonly codes = new Map<string, number>();
  private readonly marks: Map<string, Mark[]>;

  constructor(private readonly world: World) {
    this.marks = markRows(world.rows);
  }

  /**
   * The marks in a reply that its reader must not know; those that they sent themselves tell them nothing.
   * @param after the rows as the question left them, where it changed some
   */
  async leaks(question: Question, reply: Reply, after: readonly PlantedRow[] = []): Promise<string[]> {
    this.count.asked++;
    if (reply.answered) this.count.answered++;
    for (const code of new Set(reply.codes)) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
    const sent = `${question.query} ${JSON.stringify(question.variables)}`.toLowerCase();
    const links = shownLinks(`${question.query} ${JSON.stringify(question.variables)}`);
    const found = [...marksIn(reply.text)].filter((text) => this.marks.has(text) && !sent.includes(text));
    if (found.length > 0) this.count.withCanary++;
    this.count.marks += found.length;
    const now = found.length > 0 && after.length > 0 ? markRows(after) : new Map<string, Mark[]>();
    const suspects = found.filter((text) => {
      const terms = termsToKnow(question.actor, [...this.marks.get(text)!, ...(now.get(text) ?? [])], links);
      for (const term of terms) this.reached.add(term);
      return terms.length === 0;
    });
    return suspects.length === 0 ? [] : this.notLogged(question, suspects);
  }

  /** A log grows as it is read, and whoever may read an entry may know whom it names. */
  private async notLogged({ actor }: Question, suspects: readonly string[]): Promise<string[]> {
    const logs = this.world.tables.filter(({ name }) => name.endsWith('.audit_entry'));
    const entries = await asOwner(this.world.url, (client) => readRows(client, logs));
    const marks = markRows(entries);
    return suspects.filter((text) => termsToKnow(actor, marks.get(text) ?? []).length === 0);
  }

  /** Everything in a text that stands for a row: no log line and no entry of the audit may quote one. */
  quotes(text: string): string[] {
    return [...marksIn(text)].filter((mark) => mark.startsWith('canary_') && this.marks.has(mark));
  }

  /** The terms of the matrix that let some actor read some row of this world that shows a mark: what there is to reach. */
  reachable(): Set<string> {
    const marked = [...this.marks.values()].flat().filter(({ secret }) => !secret);
    const rows = [...new Set(marked.map(({ row }) => row))];
    return new Set(actors.flatMap((actor) => rows.flatMap((row) => termsFor(actor, row))));
  }
}
