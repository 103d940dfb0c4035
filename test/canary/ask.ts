import type { TestHub } from '../testkit/hub';
import type { Question } from './documents/question';

export interface Reply {
  /** Everything that came back: status, headers and body. */
  readonly text: string;
  /** Whether it was answered, at least in part. */
  readonly answered: boolean;
  readonly codes: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: answers have any shape
  readonly data: any;
  readonly errors: readonly ToldError[];
}

interface ToldError {
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

export async function ask(hub: TestHub, question: Question, token: string | undefined): Promise<Reply> {
  const { query, language, subgraph } = question;
  const variables = JSON.parse(JSON.stringify(question.variables)) as Record<string, unknown>;
  if (subgraph) {
    const result = await hub.askSubgraph(subgraph, { query, variables }, token);
    return reply(JSON.stringify(result), result as never);
  }
  const answer = await hub.ask(query, { variables, language, ...(token !== undefined && { token }) });
  const headers = [...answer.headers].map((pair) => pair.join(': ')).join('\n');
  return reply(`${answer.status}\n${headers}\n${answer.text}`, answer);
}

interface Told {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly ToldError[];
}

function reply(text: string, { data, errors = [] }: Told): Reply {
  const codes = errors.map(({ extensions }) => extensions?.code ?? 'none');
  return {
    text,
    codes,
    data,
    errors,
    answered: data !== undefined && data !== null && Object.values(data).some((one) => one !== null),
  };
}
