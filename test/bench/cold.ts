import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { adminUrl } from '../../gateway/postgres/password';
import { administratorPassword } from '../../gateway/start/embedded-database';
import { mintToken } from '../../shared/identity/token';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import { seedId } from '../../shared/schema/type-id';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { Client } from './client';
import { readFacts } from './database';
import { findDescendant, proportionalMegabytes, residentMegabytes } from './memory';
import { benchDirectory } from './peers-directory';
import { freePort } from './process';
import { queries, type Subjects } from './queries';
import { makeRequests } from './requests';
import { median } from './statistics';
import type { Workplace } from './workplace';

export interface Cold {
  /** From `npm start`, its build included, to the first answer, each time. */
  readonly secondsToFirstAnswer: readonly number[];
  /** Megabytes. */
  readonly nodeAfterStart: number;
  readonly nodeAfterLoad: number;
  readonly postgresAfterLoad: number;
  readonly soakMinutes: number;
  /** Medians of the first and the last quarter of the soak. */
  readonly nodeEarly: number;
  readonly nodeLate: number;
  readonly nodeHighest: number;
  readonly operations: number;
}

const starts = 3;
const loadSeconds = 60;
const concurrency = 8;

/** What somebody meets who types `npm start` where the data are already, and who leaves it running. */
export async function measureCold(soakMinutes: number, workplace: Workplace): Promise<Cold> {
  const { say, secret, directory } = workplace;
  const tokenPrivateKey = generateTokenKey();
  const subject = {
    personId: demoPersonId('mima', 'VIEWER'),
    organizationId: seedId('Organization', 'mima'),
  };
  const token = await mintToken(readTokenKeys(tokenPrivateKey), subject, '8h');
  const dataDirectory = join(directory, 'cold');
  const settings = {
    HUB_DATA_DIR: dataDirectory,
    HUB_SECRET: secret,
    HUB_TOKEN_PRIVATE_KEY: tokenPrivateKey,
  };

  say('the first start, which makes the data');
  await (await startByNpm(settings, token, workplace)).stop();
  const secondsToFirstAnswer: number[] = [];
  let hub: Started | undefined;
  for (let number = 1; number <= starts; number++) {
    say(`start ${number} of ${starts}`);
    await hub?.stop();
    hub = await startByNpm(settings, token, workplace);
    secondsToFirstAnswer.push(hub.seconds);
  }

  try {
    const { pid, client } = hub!;
    const nodeAfterStart = residentMegabytes(pid);
    const postmaster = (await readFile(join(dataDirectory, 'postgres', 'postmaster.pid'), 'utf8')).split(
      '\n',
    );
    const databaseUrl = adminUrl(Number(postmaster[3]), administratorPassword(secret));
    const { subjects } = await readFacts(databaseUrl);

    say(`load for ${loadSeconds} s`);
    await ask(client, subjects, loadSeconds, () => undefined);
    const nodeAfterLoad = residentMegabytes(pid);
    const postgresAfterLoad = proportionalMegabytes(Number(postmaster[0]));
    say(`soak for ${soakMinutes} minutes`);
    const samples: number[] = [];
    const operations = await ask(client, subjects, soakMinutes * 60, () =>
      samples.push(residentMegabytes(pid)),
    );
    const quarter = Math.ceil(samples.length / 4);
    return {
      secondsToFirstAnswer,
      nodeAfterStart,
      nodeAfterLoad,
      postgresAfterLoad,
      soakMinutes,
      nodeEarly: median(samples.slice(0, quarter)),
      nodeLate: median(samples.slice(-quarter)),
      nodeHighest: Math.max(...samples),
      operations,
    };
  } finally {
    await hub?.stop();
  }
}

interface Started {
  readonly pid: number;
  readonly seconds: number;
  readonly client: Client;
  stop(): Promise<void>;
}

async function startByNpm(
  settings: Readonly<Record<string, string>>,
  token: string,
  { signal }: Workplace,
): Promise<Started> {
  const port = await freePort();
  const { PATH, HOME } = process.env;
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: join(benchDirectory, '..', '..'),
    env: {
      PATH,
      HOME,
      ...settings,
      PORT: String(port),
      HUB_LOG_LEVEL: 'warn',
      // The bench is one person who asks without a pause.
      HUB_RATE_PERSON: '1000000000000',
      HUB_RATE_ORGANIZATION: '1000000000000',
    },
    // A group of its own, so that everything it starts ends with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const client = new Client(`http://127.0.0.1:${port}`, token, concurrency, signal);
  const stop = async () => {
    await client.close();
    await endGroup(child);
  };
  const [request] = makeRequests(queries[0]!, { leads: [], reporting: [] }, 1, 'first answer');
  try {
    for (;;) {
      signal.throwIfAborted();
      if (child.exitCode !== null) throw new Error(`npm start ended with code ${child.exitCode}`);
      const answer = await client.ask(request!).catch(() => null);
      if (answer) break;
      await wait(20);
    }
    const seconds = (performance.now() - began) / 1_000;
    const pid = findDescendant(child.pid!, 'dist/gateway/main.js');
    if (!pid) throw new Error('the hub that npm started cannot be found');
    return { pid, seconds, client, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Every question in turn, again and again; `sample` is called after each turn. */
async function ask(client: Client, subjects: Subjects, seconds: number, sample: () => void): Promise<number> {
  let operations = 0;
  const end = performance.now() + seconds * 1_000;
  for (let turn = 0; performance.now() < end; turn++) {
    for (const query of queries) {
      const requests = makeRequests(query, subjects, query.heavy ? 10 : 50, `turn ${turn}`);
      operations += (await client.load(requests, { concurrency, seconds: 0 })).operations;
    }
    sample();
  }
  return operations;
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  process.kill(-child.pid!, 'SIGTERM');
  await ended;
}
