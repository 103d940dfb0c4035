import { LRUCache } from 'lru-cache';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible';
import { HubError } from '../../shared/errors';
import type { Logger } from '../../shared/logger';
import type { Payer } from './payers';
import { payerKinds, type Rates, rateSeconds } from './rates';
import { connectRedis } from './redis-connection';

/** What is left to the payer who has the least, and until when. */
export interface Allowance {
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly resetsAt: number;
}

export interface Spending {
  /**
   * Asks nobody but this process, so it costs nothing and comes first.
   * @throws HubError RATE_LIMITED when one of them is known to have spent the minute
   */
  refuseSpent(payers: readonly Payer[]): void;
  /**
   * Puts a cost on the accounts of all of them. What goes beyond one of them is on it all the same, until its minute
   * is over.
   * @throws HubError RATE_LIMITED
   */
  spend(payers: readonly Payer[], cost: number): Promise<Allowance>;
  close(): Promise<void>;
}

export interface SpendingOptions {
  readonly rates: Rates;
  /** Where several gateways keep their accounts together; without it each has its own, in memory. */
  readonly redisUrl?: string | undefined;
  readonly logger: Logger;
}

/** More that have spent their minute than any honest hub has; the one forgotten first is asked about again. */
const maximumSpent = 100_000;

export function createSpending({ rates, redisUrl, logger }: SpendingOptions): Spending {
  const redis = redisUrl === undefined ? undefined : connectRedis(redisUrl, logger);
  const limiterOf = Object.fromEntries(
    payerKinds.map((kind): [string, RateLimiterAbstract] => {
      const options = { points: rates[kind], duration: rateSeconds, keyPrefix: `hub:spent:${kind}` };
      const memory = new RateLimiterMemory(options);
      if (!redis) return [kind, memory];
      // A Redis that is away neither opens the gate nor closes the hub: meanwhile each gateway counts for itself.
      const store = { storeClient: redis.client, rejectIfRedisNotReady: true, insuranceLimiter: memory };
      return [kind, new RateLimiterRedis({ ...options, ...store })];
    }),
  );
  const spentUntil = new LRUCache<string, number>({ max: maximumSpent });

  async function charge(payer: Payer, cost: number): Promise<Charged> {
    try {
      return { payer, result: await limiterOf[payer.kind]!.consume(payer.id, cost), refused: false };
    } catch (result) {
      if (result instanceof RateLimiterRes) return { payer, result, refused: true };
      throw result;
    }
  }

  function remember({ payer, result: { msBeforeNext } }: Charged): void {
    const isNews = untilOf(payer) === undefined;
    spentUntil.set(nameOf(payer), Date.now() + msBeforeNext);
    if (isNews) logger.warn({ payer: payer.kind, id: payer.id }, 'has spent what a minute allows');
  }

  function untilOf(payer: Payer): number | undefined {
    const until = spentUntil.get(nameOf(payer));
    return until !== undefined && until > Date.now() ? until : undefined;
  }

  return {
    refuseSpent(payers) {
      for (const payer of payers) {
        const until = untilOf(payer);
        if (until !== undefined) throw rateLimited(payer, rates, until);
      }
    },
    async spend(payers, cost) {
      const charged = await Promise.all(payers.map((payer) => charge(payer, cost)));
      const refused = charged.filter((one) => one.refused);
      for (const one of refused) remember(one);
      const [last] = refused.sort((a, b) => b.result.msBeforeNext - a.result.msBeforeNext);
      if (last) throw rateLimited(last.payer, rates, Date.now() + last.result.msBeforeNext);
      const [least] = charged
        .map(({ result }) => result)
        .sort((a, b) => a.remainingPoints - b.remainingPoints);
      if (!least) throw new Error('somebody has to pay for a request');
      return { remaining: least.remainingPoints, resetsAt: Date.now() + least.msBeforeNext };
    },
    close: async () => redis?.close(),
  };
}

interface Charged {
  readonly payer: Payer;
  readonly result: RateLimiterRes;
  readonly refused: boolean;
}

const nameOf = ({ kind, id }: Payer) => `${kind} ${id}`;

function rateLimited({ kind }: Payer, rates: Rates, until: number): HubError {
  return new HubError('RATE_LIMITED', `A cost of ${rates[kind]} in ${rateSeconds} s per ${kind}.`, {
    retryAfter: Math.max(Math.ceil((until - Date.now()) / 1_000), 1),
  });
}
