import crypto from 'node:crypto';
import { type Answer, bytes, type Statement } from '../testkit/hub';
import type { Question } from './documents/question';
import type { Stage } from './stage';

/** Everything about an answer that its reader, or somebody with an eye on the database, could tell two worlds apart by. */
export interface Trace {
  readonly answer: unknown;
  readonly statements: readonly string[];
}

export async function traceOf(
  stage: Stage,
  { query, variables, language, actor }: Question,
  known: ReadonlySet<string>,
): Promise<Trace> {
  stage.hub.statements();
  const token = stage.tokenOf(actor.name);
  const plain = JSON.parse(JSON.stringify(variables)) as object;
  const answer: Answer = await stage.hub.ask(query, {
    variables: plain,
    language,
    ...(token !== undefined && { token }),
  });
  const { status, headers, text } = bytes(answer);
  return {
    answer: { status, headers, text: withoutChance(text, known) },
    statements: stage.hub
      .statements()
      .map((statement) => shape(statement, known))
      .sort(),
  };
}

/** What is made anew in each world: ids of new records, secrets, moments. All have the same length everywhere. */
function withoutChance(text: string, known: ReadonlySet<string>): string {
  return text
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]+/g, 'token')
    .replace(/\bth[a-z]_[0-9A-Za-z]{49}/g, 'secret')
    .replace(/\b[0-9a-f]{64}\b/g, 'hash')
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, 'uuid')
    .replace(/\b20(2[5-9]|[3-9]\d)-\d\d-\d\dT[\d:.]+Z/g, 'moment')
    .replace(/\b[a-z]{3}_[0-7][0-9a-z]{25}/g, (id) => (known.has(id) ? id : 'new id'));
}

const shape = ({ subgraph, kind, text }: Statement, known: ReadonlySet<string>) =>
  `${subgraph} ${kind} ${withoutChance(text, known).replace(/statement_timeout = \d+/, 'statement_timeout')}`;

/**
 * Cursors are sealed with twelve random bytes; with the same ones each time, cursors for the same place are the same text.
 * @returns takes it back
 */
export function sealAlike(): () => void {
  const real = crypto.randomBytes;
  const spy = jest
    .spyOn(crypto, 'randomBytes')
    .mockImplementation(((size: number, done?: never) =>
      size === 12 && !done ? Buffer.alloc(12) : real(size, done as never)) as never);
  return () => spy.mockRestore();
}
