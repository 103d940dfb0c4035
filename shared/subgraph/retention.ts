import type { Pool } from 'pg';
import type { Logger } from '../logger';

/** How long at most something is kept beyond its time while the hub runs; until then nobody is shown it. */
export const erasingEvery = 15 * 60_000;

/**
 * Erases again and again what a subgraph may keep no longer, whether or not anybody asks for anything.
 * @param erase call of a function of its schema, as SQL; none where everything may be kept
 * @returns what ends it
 */
export function eraseWhatIsOver(
  erase: string | undefined,
  pool: Pick<Pool, 'query'>,
  logger: Logger,
): () => void {
  if (erase === undefined) return () => {};
  const timer = setInterval(() => {
    pool.query(`select from ${erase}`).catch(({ code, name }: Error & { code?: string }) => {
      logger.error({ code: code ?? name }, 'what is over could not be erased; tried again later');
    });
  }, erasingEvery).unref();
  return () => clearInterval(timer);
}
