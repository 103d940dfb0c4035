import { type BenchQuery, type Language, languages, type QueryName, type Subjects } from './queries';
import { pick, seededRandom } from './random';

/** The same bytes for every target. */
export interface BenchRequest {
  readonly query: QueryName;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly body: string;
}

/** Requests in the sequence that the seed stands for. */
export function makeRequests(
  query: BenchQuery,
  subjects: Subjects,
  count: number,
  seed: string,
): BenchRequest[] {
  const random = seededRandom(`${query.name} ${seed}`);
  return Array.from({ length: count }, () => {
    const language = pick(random, languages);
    const variables = query.variables(random, subjects);
    const body = JSON.stringify({ operationName: query.name, query: query.document, variables });
    return { query: query.name, language, variables, body };
  });
}
