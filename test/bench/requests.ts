import { type AskedQuery, type Language, languages, type QueryName, type Subjects } from './queries';
import { pick, seededRandom } from './random';

/** The same bytes for every target. */
export interface BenchRequest<Name extends string = QueryName> {
  readonly query: Name;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly language: Language;
  readonly body: string;
}

/** Requests in the sequence that the seed stands for. */
export function makeRequests<Name extends string>(
  query: AskedQuery<Name>,
  subjects: Subjects,
  count: number,
  seed: string,
): BenchRequest<Name>[] {
  const random = seededRandom(`${query.name} ${seed}`);
  return Array.from({ length: count }, () => {
    const language = pick(random, languages);
    const variables = query.variables(random, subjects);
    const body = JSON.stringify({ operationName: query.name, query: query.document, variables });
    return { query: query.name, language, variables, body };
  });
}
