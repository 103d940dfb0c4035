import { isDeepStrictEqual } from 'node:util';
import type { Contender } from './measure';
import type { BenchRequest } from './requests';
import { targetTitles } from './targets';

/** What the requests of one query are answered with, so that a reader sees how much work an operation is. */
export interface AnswerFacts {
  readonly compared: number;
  readonly different: number;
  readonly averageBytes: number;
}

/**
 * Every target must answer every request alike, or they would not be doing the same work.
 * @throws Error with the first difference
 */
export async function compareAnswers(
  contenders: readonly Contender[],
  requests: readonly BenchRequest[],
): Promise<AnswerFacts> {
  const texts = new Set<string>();
  let bytes = 0;
  for (const request of requests) {
    const answers = await Promise.all(
      contenders.map(async ({ target: { name, dialect }, client }) => {
        const text = await client.ask(dialect ? dialect.ask(request) : request);
        const value: unknown = dialect ? dialect.read(text, request) : JSON.parse(text);
        return { name: targetTitles[name], text, value };
      }),
    );
    const [first, ...others] = answers;
    for (const other of others) {
      if (isDeepStrictEqual(first!.value, other.value)) continue;
      const difference = firstDifference(first!.value, other.value);
      throw new Error(
        `"${first!.name}" and "${other.name}" differ at ${difference}\nasked in ${request.language}: ${request.body}`,
      );
    }
    texts.add(answers[0]!.text);
    bytes += Buffer.byteLength(answers[0]!.text);
  }
  // Equal because all are empty would prove nothing.
  if (texts.size < 2) throw new Error(`all ${requests.length} answers are the same: ${[...texts][0]}`);
  return {
    compared: requests.length,
    different: texts.size,
    averageBytes: Math.round(bytes / requests.length),
  };
}

function firstDifference(one: unknown, other: unknown, path = '$'): string {
  if (isRecord(one) && isRecord(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      if (!isDeepStrictEqual(one[key], other[key]))
        return firstDifference(one[key], other[key], `${path}.${key}`);
    }
  }
  return `${path}: ${short(one)} and ${short(other)}`;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const short = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 200);
