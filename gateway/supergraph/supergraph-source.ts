import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { GatewayConfig, SupergraphManager } from '@apollo/gateway';
import type { Logger } from '../../shared/logger';
import { tryOut } from './try-out';

/** A supergraph as text, or a file that may change while the gateway runs. */
export type SupergraphSource = string | { readonly file: string; readonly watch?: boolean };

type BuildService = NonNullable<GatewayConfig['buildService']>;

/** How often a watched file is looked at. Asking is slower than being told, but survives renames and mounts. */
const lookEvery = 500;

export function supergraphManager(
  source: SupergraphSource,
  buildService: BuildService,
  logger: Logger,
): SupergraphManager {
  if (typeof source === 'string') return { initialize: async () => ({ supergraphSdl: source }) };
  const { file, watch } = source;
  return {
    async initialize({ update }) {
      const supergraphSdl = await readFile(file, 'utf8');
      if (!watch) return { supergraphSdl };
      let serving = supergraphSdl;
      const reload = async () => {
        try {
          const next = await readFile(file, 'utf8');
          if (next === serving) return;
          await tryOut(next, buildService);
          update(next);
          serving = next;
          logger.info('the supergraph file changed and is served now');
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          logger.error({ reason }, 'the supergraph file changed and was refused; the old one keeps serving');
        }
      };
      // One after the other: a second change while the first is tried out must not overtake it.
      let last = Promise.resolve();
      const listener = () => {
        last = last.then(reload);
      };
      watchFile(file, { interval: lookEvery, persistent: false }, listener);
      return {
        supergraphSdl,
        cleanup: async () => {
          unwatchFile(file, listener);
          await last;
        },
      };
    },
  };
}
