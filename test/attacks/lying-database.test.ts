import { createServer } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import pino from 'pino';
import { createGateway } from '../../gateway/create-gateway';
import { createIdentify } from '../../gateway/identity/identify';
import { createViewerReader } from '../../gateway/identity/viewer-reader';
import { supergraphFile } from '../../gateway/supergraph/supergraph-file';
import { gatewayRole, roleUrl } from '../../shared/database/roles';
import { RotatingKeyring } from '../../shared/identity/keyring';
import { sealWith } from '../../shared/identity/sealing-keys';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import { subgraphs } from '../../subgraphs/registry';
import { listen } from '../integration/gateway-testkit';
import { viewerOf } from '../testkit/claims';
import { databaseUrl, testSecret } from '../testkit/database';
import { type Transport, transports } from '../testkit/hub';
import { inProcess, overHttp } from '../testkit/reached';

const secret = 'db-internal-7.corp.example';
/** What may stand nowhere in an answer, nor in its headers. */
const inside =
  /db-internal|corp\.example|127\.0\.0\.1|localhost|ECONN|socket|hang up|select |insert |begin|members\.|\/var\/lib|\/srv|\.[jt]s:\d|node_modules|at \w+ \(|pg_hba|password authentication|tahaluf_|postgres|syntax|42601|XX000|stack/i;

/** A message of PostgreSQL's protocol. */
function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}
const word = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const ready = message('Z', Buffer.from('I'));
const welcome = Buffer.concat([message('R', word(0)), ready]);
const failure = (code: string, severity = 'ERROR') =>
  message(
    'E',
    Buffer.from(
      `${[
        ...[
          `S${severity}`,
          `V${severity}`,
          `C${code}`,
          `Mfailed at ${secret}: select password from members.account`,
        ],
        ...[
          `Dkey (email)=(fatima@example.org)`,
          `Hask ${secret}`,
          'F/srv/postgres.c',
          'L42',
          'Rexec',
          'qinsert into x',
        ],
        '',
      ].join('\0')}\0`,
    ),
  );

/** Servers that are no PostgreSQL, or one that has gone wrong. */
const servers: Record<string, (socket: Socket) => void> = {
  'says at once who it is': (socket) => void socket.write(`${secret} ready\r\n`),
  'refuses the password in its own words': (socket) =>
    void socket.once('data', () => socket.write(failure('28P01', 'FATAL'))),
  'hangs up': (socket) => socket.destroy(),
  'answers in HTTP': (socket) =>
    void socket.once('data', () => socket.end(`HTTP/1.1 400 Bad Request\r\nServer: ${secret}\r\n\r\n`)),
  ...Object.fromEntries(
    ['42601', 'XX000', '42501', '23505', 'P0001', 'TH000', '57P01', '53300', '', '\u00e9\u00e9'].map(
      (code) => [
        `fails every statement with ${code || 'no code'}`,
        (socket: Socket) => {
          socket.once('data', () => {
            socket.write(welcome);
            socket.on('data', () => socket.write(Buffer.concat([failure(code), ready])));
          });
        },
      ],
    ),
  ),
  'answers every statement with bytes that are none': (socket) => {
    socket.once('data', () => {
      socket.write(welcome);
      socket.on('data', () => socket.write(Buffer.from(`D\0\0\0\x20\0\x01\0\0\0\x16${secret}`)));
    });
  },
};

const query = `{
  organizations(first: 1) { nodes { id name { value } } }
  campaigns(first: 1) { nodes { id title { value } } }
  events(first: 1) { nodes { id } }
  services(first: 1) { nodes { id } }
  storyProfiles(first: 1) { nodes { id } }
}`;
const mutation = `mutation { agreementSign(input: { agreement: "agr_00000000000000000000000000" }) { userErrors { code message } } }`;
const logger = pino({ level: 'silent' });
const viewer = viewerOf({
  personId: 'per_1',
  organizationId: 'org_1',
  roles: ['ORG_ADMIN'],
  secondFactorAt: Date.now(),
});

async function serve(transport: Transport, url: string, viewers?: string) {
  sealWith(new RotatingKeyring(testSecret));
  const reach = transport === 'local' ? inProcess : overHttp;
  const running = await Promise.all(
    subgraphs.map(async (definition) => {
      const subgraph = createSubgraph(definition, { databaseUrl: url, logger });
      const { execute, close } = await reach(subgraph, logger);
      return { name: definition.name, execute, close: async () => [await close(), await subgraph.close()] };
    }),
  );
  const reader = createViewerReader(viewers ?? url, logger);
  const keys = { token: readTokenKeys(generateTokenKey()), identity: new RotatingKeyring(testSecret) };
  const real = createIdentify({
    keys,
    viewers: reader,
    providers: { knows: () => false, verify: async () => null },
  });
  const gateway = await createGateway({
    supergraphSdl: { file: supergraphFile() },
    subgraphs: Object.fromEntries(running.map(({ name, execute }) => [name, execute])),
    identify: viewers ? async () => ({ viewer, external: null }) : real,
    logger,
    limits: { subgraphTimeout: 3_000 },
  });
  const { server, url: at } = await listen(createServer(gateway.handler));
  return {
    async ask(text: string) {
      const answer = await fetch(`${at}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text }),
      });
      const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
      return { status: answer.status, text: await answer.text(), headers };
    },
    async close() {
      server.close().closeAllConnections();
      await gateway.close();
      await Promise.all([reader.close(), ...running.map((one) => one.close())]);
    },
  };
}

/** One server that behaves as it is told to. */
async function startLiar() {
  const liar = {
    behave: (_socket: Socket): void => undefined,
    url: '',
    forget() {
      for (const socket of sockets) socket.destroy();
    },
    close() {
      liar.forget();
      server.close();
    },
  };
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    liar.behave(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  liar.url = `postgres://tahaluf_members:hunter2@127.0.0.1:${port}/${secret}`;
  return liar;
}

/** What a client is told when its question meets a database that is not there, or that says too much. */
describe.each(transports)('over the %s transport, a database that', (transport) => {
  let liar: Awaited<ReturnType<typeof startLiar>>;
  let hub: Awaited<ReturnType<typeof serve>>;
  beforeAll(async () => {
    liar = await startLiar();
    hub = await serve(transport, liar.url, roleUrl(databaseUrl(), gatewayRole, testSecret));
  });
  afterAll(async () => {
    liar.close();
    await hub.close();
  });

  const check = async (asked: Pick<typeof hub, 'ask'>) => {
    for (const text of [query, mutation]) {
      const answer = await asked.ask(text);
      expect(answer.text).not.toMatch(inside);
      expect(answer.text).not.toContain('hunter2');
      expect(answer.headers).not.toMatch(/db-internal|hunter2|127\.0\.0\.1|server:|x-powered-by/i);
      const { errors } = JSON.parse(answer.text);
      expect(errors.length).toBeGreaterThan(0);
      for (const { extensions } of errors) {
        const codes = ['SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'INTERNAL_SERVER_ERROR'];
        expect(codes).toContain(extensions.code);
        const more = Object.keys(extensions).filter(
          (name) => !['code', 'requestId', 'subgraph'].includes(name),
        );
        expect(more).toEqual([]);
      }
    }
  };

  it.each(Object.entries(servers))('%s tells it to nobody', async (_what, behave) => {
    liar.forget();
    liar.behave = behave;
    await check(hub);
  });

  it.each([
    ['is not there', 'postgres://tahaluf_members:hunter2@127.0.0.1:1/gone'],
    ['has no such name', `postgres://tahaluf_members:hunter2@${secret}.invalid/gone`],
  ])('%s tells nobody where it would be', async (_what, url) => {
    const away = await serve(transport, url, roleUrl(databaseUrl(), gatewayRole, testSecret));
    await check(away).finally(() => away.close());
  });

  it('is where viewers are read from closes the hub, in the same words', async () => {
    liar.behave = servers['fails every statement with XX000']!;
    const closed = await serve(transport, liar.url);
    const answer = await closed.ask('{ __typename }').finally(() => closed.close());
    expect(answer.status).toBe(503);
    expect(answer.text).not.toMatch(inside);
    expect(JSON.parse(answer.text).errors).toHaveLength(1);
    expect(JSON.parse(answer.text).errors[0].extensions.code).toBe('HUB_UNAVAILABLE');
  });
});
