import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Logger } from '../../shared/logger';

/** A supergraph as text, or a file that may change while the gateway runs. */
export type SupergraphSource = string | { readonly file: string; readonly watch?: boolean };

/** How often a watched file is looked at. Asking is slower than being told, but survives renames and mounts. */
const lookEvery = 500;

/**
 * Reads the supergraph and has it served, and again whenever it changes.
 * @param serve throws for one that cannot be served, before anything of the one before it is given up
 * @returns stops looking
 */
export async function openSupergraph(
  source: SupergraphSource,
  serve: (supergraphSdl: string) => void,
  logger: Logger,
): Promise<() => Promise<void>> {
  if (typeof source === 'string') {
    serve(source);
    return nothingToClose;
  }
  const { file, watch } = source;
  let serving = await readFile(file, 'utf8');
  serve(serving);
  if (!watch) return nothingToClose;

  const reload = async () => {
    try {
      const next = await readFile(file, 'utf8');
      if (next === serving) return;
      serve(next);
      serving = next;
      logger.info('the supergraph file changed and is served now');
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logger.error({ reason }, 'the supergraph file changed and was refused; the old one keeps serving');
    }
  };
  // One after the other: a second change while the first is looked at must not overtake it.
  let last = Promise.resolve();
  const listener = () => {
    last = last.then(reload);
  };
  watchFile(file, { interval: lookEvery, persistent: false }, listener);
  return async () => {
    unwatchFile(file, listener);
    await last;
  };
}

const nothingToClose = async () => undefined;
