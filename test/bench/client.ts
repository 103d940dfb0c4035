import { Pool } from 'undici';
import type { BenchRequest } from './requests';

/** What it took to answer a number of requests, seen from outside. */
export interface Load {
  readonly operations: number;
  readonly seconds: number;
  /** Milliseconds of each request. */
  readonly latencies: readonly number[];
}

export interface LoadLimits {
  readonly concurrency: number;
  /** The requests are repeated, whole, until at least this much time has passed. */
  readonly seconds: number;
}

/** Of a request, what is sent. */
export type Asked = Pick<BenchRequest, 'language' | 'body'>;

/** Asks one target over kept-alive connections. Any answer that is not whole and clean ends the run. */
export class Client {
  private readonly pool: Pool;

  constructor(
    origin: string,
    /** Without one it is the public that asks. */
    private readonly token: string | undefined,
    connections: number,
    private readonly signal: AbortSignal,
  ) {
    this.pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 15_000, bodyTimeout: 15_000 });
  }

  async ask({ language, body }: Asked): Promise<string> {
    const answer = await this.pool.request({
      method: 'POST',
      path: '/graphql',
      headers: {
        'content-type': 'application/json',
        'accept-language': language,
        ...(this.token !== undefined && { authorization: `Bearer ${this.token}` }),
      },
      body,
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200 || text.includes('"errors":')) {
      throw new Error(`status ${answer.statusCode}: ${text.slice(0, 500)}\nasked: ${body}`);
    }
    return text;
  }

  /** The same number of rounds through the same requests costs every target the same work. */
  async load(requests: readonly Asked[], { concurrency, seconds }: LoadLimits): Promise<Load> {
    const latencies: number[] = [];
    const start = performance.now();
    const elapsed = () => (performance.now() - start) / 1_000;
    do {
      let next = 0;
      const worker = async () => {
        while (next < requests.length) {
          this.signal.throwIfAborted();
          const request = requests[next++]!;
          const asked = performance.now();
          await this.ask(request);
          latencies.push(performance.now() - asked);
        }
      };
      await Promise.all(Array.from({ length: concurrency }, worker));
    } while (elapsed() < seconds);
    return { operations: latencies.length, seconds: elapsed(), latencies };
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}
