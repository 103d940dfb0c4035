import type { Closers } from './closers';

/** Whether a subgraph serves data right now; should not throw. */
export type Probe = () => Promise<boolean>;

const askEvery = 1_000;

/**
 * Whether all subgraphs serve data, by what they said last. Asked again and again: a database that goes away
 * takes readiness with it, and gives it back.
 */
export async function watchReadiness(probes: readonly Probe[], closers: Closers): Promise<() => boolean> {
  let ready = false;
  const ask = async () => {
    ready = (await Promise.all(probes.map((probe) => probe()))).every(Boolean);
  };
  let asking = Promise.resolve();
  const timer = setInterval(() => {
    asking = asking.then(ask);
  }, askEvery);
  closers.add('readiness of subgraphs', async () => {
    clearInterval(timer);
    await asking;
  });
  await ask();
  return () => ready;
}

/** Asks a subgraph behind HTTP. */
export function saysReady(url: string): Promise<boolean> {
  return fetch(new URL('/ready', url), { signal: AbortSignal.timeout(askEvery) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
