import type { GatewayOptions } from '../../gateway/create-gateway';
import { HubError } from '../../shared/errors';
import { publicViewer } from '../../shared/identity/viewer';
import { viewerOf } from '../testkit/claims';
import { type AskOptions, fakeSubgraph, post, type RunningGateway, runGateway } from './gateway-testkit';

const fatima = viewerOf({ personId: 'per_fatima', organizationId: 'org_1', roles: ['VIEWER'] });

let dataVersion: string;
const identify: GatewayOptions['identify'] = async ({ authorization }) =>
  authorization === undefined
    ? { viewer: publicViewer, external: null, dataVersion }
    : { viewer: fatima, external: null };

/** How often the subgraph was asked; each of its answers says so. */
let asked: number;
let fails: boolean;
let answers: Promise<void>;
const counter = fakeSubgraph(
  'counter',
  'type Query { asked(of: String): Int broken: Int } type Mutation { count: Int }',
  {
    Query: {
      asked: async () => {
        const now = ++asked;
        await answers;
        return now;
      },
      broken: () => {
        asked++;
        if (fails) throw new HubError('INVALID_ARGUMENT');
        return asked;
      },
    },
    Mutation: { count: () => ++asked },
  },
);

let running: RunningGateway | undefined;
async function start(publicAnswers = 10_000, options: Partial<GatewayOptions> = {}) {
  running = await runGateway([counter], { identify, publicAnswers, ...options });
  return async (query: string, more: AskOptions = {}) => (await running!.ask(query, more)).data;
}
beforeEach(() => {
  asked = 0;
  fails = false;
  dataVersion = '1:1:';
  answers = Promise.resolve();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

test('the same question of the public is answered once while the data are the same', async () => {
  const ask = await start();
  expect(await ask('{ asked }')).toEqual({ asked: 1 });
  expect(await ask('{ asked }')).toEqual({ asked: 1 });
  dataVersion = '1:2:1';
  expect(await ask('{ asked }')).toEqual({ asked: 2 });
  expect(await ask('{ asked }')).toEqual({ asked: 2 });
});

test('another question is another: by text, operation, variables or language', async () => {
  const ask = await start();
  const two = 'query A { asked } query B { asked }';
  const withVariable = 'query ($of: String) { asked(of: $of) }';
  const questions: [string, AskOptions][] = [
    ['{ asked }', {}],
    ['{ asked  }', {}],
    ['{ asked }', { headers: { 'accept-language': 'ar' } }],
    [two, { operationName: 'A' }],
    [two, { operationName: 'B' }],
    [withVariable, { variables: { of: 'a' } }],
    [withVariable, { variables: { of: null } }],
    [withVariable, {}],
  ];
  for (const [n, [query, options]] of questions.entries()) {
    expect(await ask(query, options)).toEqual({ asked: n + 1 });
  }
});

test('nobody who is signed in gets a kept answer, or leaves one', async () => {
  const ask = await start();
  const signedIn = { headers: { authorization: 'Bearer fatima' } };
  expect(await ask('{ asked }', signedIn)).toEqual({ asked: 1 });
  expect(await ask('{ asked }')).toEqual({ asked: 2 });
  expect(await ask('{ asked }', signedIn)).toEqual({ asked: 3 });
  expect(await ask('{ asked }')).toEqual({ asked: 2 });
});

test('a mutation is carried out each time', async () => {
  const ask = await start();
  expect(await ask('mutation { count }')).toEqual({ count: 1 });
  expect(await ask('mutation { count }')).toEqual({ count: 2 });
});

test('an answer with an error is not kept', async () => {
  const ask = await start();
  fails = true;
  expect(await ask('{ broken }')).toEqual({ broken: null });
  fails = false;
  expect(await ask('{ broken }')).toEqual({ broken: 2 });
});

test('who asks the same at the same time waits for one answer', async () => {
  const ask = await start();
  let release = () => {};
  answers = new Promise((resolve) => {
    release = resolve;
  });
  const all = Array.from({ length: 20 }, () => ask('{ asked }'));
  while (asked === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  release();
  expect(await Promise.all(all)).toEqual(Array.from({ length: 20 }, () => ({ asked: 1 })));
});

test('what does not fit is not kept, and 0 keeps nothing', async () => {
  for (const bytes of [8, 0]) {
    const ask = await start(bytes);
    asked = 0;
    expect(await ask('{ asked }')).toEqual({ asked: 1 });
    expect(await ask('{ asked }')).toEqual({ asked: 2 });
    await running?.stop();
  }
  running = undefined;
});

test('a kept answer costs those who get it what it would have cost', async () => {
  await start(10_000, { rates: { address: 303 } });
  const body = JSON.stringify({ query: '{ asked }', extensions: { cost: true } });
  const left = async () => {
    const { status, extensions } = await post(running!.url, body);
    return { status, remaining: (extensions as { cost?: { remaining: number } })?.cost?.remaining };
  };
  expect([await left(), await left(), await left()]).toEqual([
    { status: 200, remaining: 202 },
    { status: 200, remaining: 101 },
    { status: 200, remaining: 0 },
  ]);
  expect((await left()).status).toBe(429);
  expect(asked).toBe(1);
});
