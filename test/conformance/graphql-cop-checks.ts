/**
 * What graphql-cop (https://github.com/dolevf/graphql-cop, MIT) looks for in a GraphQL server, written anew: the twelve
 * detections that its documentation lists, and two that it has learnt since.
 */
export interface Check {
  readonly name: string;
  /** Asks the server at this address and tells whether it does what it should not. */
  finds(server: string): Promise<boolean>;
}

export const checks: readonly Check[] = [
  {
    name: 'alias overloading',
    finds: async (server) =>
      Boolean((await post(server, query(times(101, (n) => `a${n}: __typename`)))).data),
  },
  {
    name: 'batch queries',
    finds: async (server) => {
      const answer: unknown = await post(server, JSON.stringify(Array(11).fill({ query: '{ __typename }' })));
      return Array.isArray(answer) && answer.length >= 10;
    },
  },
  {
    name: 'queries by GET',
    finds: async (server) => answersTypename(await get(server, '{ __typename }')),
  },
  {
    name: 'mutations by GET',
    finds: async (server) => answersTypename(await get(server, 'mutation { __typename }')),
  },
  {
    name: 'url-encoded queries by POST',
    finds: async (server) => {
      const form = new URLSearchParams({ query: '{ __typename }' });
      const inBody = await read(fetch(`${server}/graphql`, { method: 'POST', body: form }));
      const inAddress = await read(fetch(`${server}/graphql?${form}`, { method: 'POST' }));
      return answersTypename(inBody) || answersTypename(inAddress);
    },
  },
  {
    name: 'tracing and debug modes',
    finds: async (server) => {
      const answers = [await post(server, query('__typename')), await post(server, query('nothing'))];
      return /"(tracing|ftv1|queryPlan|debug|stacktrace|exception)"/i.test(JSON.stringify(answers));
    },
  },
  {
    name: 'unhandled errors',
    finds: async (server) => {
      const { errors } = await post(server, JSON.stringify({ query: 'qwerty cop { abc }' }));
      return errors?.[0]?.extensions?.exception !== undefined;
    },
  },
  {
    name: 'field duplication',
    finds: async (server) => answersTypename(await post(server, query(times(500, () => '__typename')))),
  },
  {
    name: 'field suggestions',
    finds: async (server) =>
      JSON.stringify(await post(server, query('__schema { directive }'))).includes('Did you mean'),
  },
  {
    name: 'GraphiQL and its like',
    finds: async (server) => {
      const pages = ['/', '/graphiql', '/playground', '/console', '/graphql'].map(async (path) =>
        (await fetch(server + path, { headers: { accept: 'text/html' } })).text(),
      );
      return (await Promise.all(pages)).some((page) => /graphiql|graphql.playground/i.test(page));
    },
  },
  {
    name: 'introspection',
    finds: async (server) =>
      Boolean((await post(server, query('__schema { types { name fields { name } } }'))).data?.__schema),
  },
  {
    name: 'directive overloading',
    finds: async (server) =>
      ((await post(server, query(`__typename ${'@aa'.repeat(10)}`))).errors?.length ?? 0) >= 10,
  },
  {
    name: 'circular queries by introspection',
    finds: async (server) => {
      const circle = `${'fields { type { '.repeat(4)} name ${'} } '.repeat(4)}`;
      const { data } = await post(server, query(`__schema { types { ${circle} } }`));
      return (data?.__schema?.types?.length ?? 0) > 25;
    },
  },
  {
    name: 'circular fragments',
    finds: async (server) => {
      const fragments = 'fragment A on Query { __typename ...B } fragment B on Query { ...A }';
      return answersTypename(await post(server, JSON.stringify({ query: `{ ...A } ${fragments}` })));
    },
  },
];

/** Whether the server answers GraphQL at all; without that, finding nothing would mean nothing. */
export const answersGraphql = async (server: string) =>
  answersTypename(await post(server, query('__typename')));

interface GraphqlAnswer {
  // biome-ignore lint/suspicious/noExplicitAny: checks look into answers of any shape
  readonly data?: any;
  readonly errors?: { readonly extensions?: { readonly exception?: unknown } }[];
}

function answersTypename({ data }: GraphqlAnswer): boolean {
  return typeof data?.__typename === 'string';
}

const query = (selection: string) => JSON.stringify({ query: `query cop { ${selection} }` });

const times = (count: number, of: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => of(n)).join(' ');

function post(server: string, body: string): Promise<GraphqlAnswer> {
  return read(
    fetch(`${server}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
  );
}

function get(server: string, document: string): Promise<GraphqlAnswer> {
  return read(fetch(`${server}/graphql?${new URLSearchParams({ query: document })}`));
}

async function read(request: Promise<Response>): Promise<GraphqlAnswer> {
  const text = await (await request).text();
  return text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {};
}
