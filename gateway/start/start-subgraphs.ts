import { roleUrl, subgraphRole } from '../../shared/database/roles';
import type { Logger } from '../../shared/logger';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import type { SubgraphExecutor } from '../../shared/subgraph/executor';
import type { Settings } from '../settings';
import { createHttpExecutor } from '../subgraphs/http-executor';
import { subgraphKey } from '../subgraphs/subgraph-key';
import { startSubgraphProcess } from '../subgraphs/subgraph-process';
import type { Closers } from './closers';

export interface SubgraphStart {
  readonly settings: Settings;
  readonly secret: string;
  readonly databaseUrl: string;
  readonly logger: Logger;
}

/** Brings up one subgraph in the way that the settings say; resolves to how it is asked. */
export async function startSubgraph(
  definition: SubgraphDefinition,
  { settings, secret, databaseUrl, logger }: SubgraphStart,
  closers: Closers,
): Promise<SubgraphExecutor> {
  const { name } = definition;
  const key = settings.subgraphKeys[name] ?? subgraphKey(secret, name);
  const ownUrl = () => roleUrl(databaseUrl, subgraphRole(name), secret);
  const overHttp = (url: string) => {
    const executor = createHttpExecutor({ url, key });
    closers.add(`connections to ${name}`, () => executor.close());
    return executor.execute;
  };

  const elsewhere = settings.subgraphUrls[name];
  if (elsewhere) return overHttp(elsewhere);
  if (settings.transport === 'http') {
    const { logLevel } = settings;
    const child = { host: '127.0.0.1', port: 0, key, databaseUrl: ownUrl(), logLevel };
    const running = await startSubgraphProcess({ name, settings: child, logger });
    closers.add(name, () => running.stop());
    return overHttp(running.url);
  }
  const running = createSubgraph(definition, { databaseUrl: ownUrl(), logger });
  closers.add(name, () => running.close());
  return running.execute;
}

/** Whether every subgraph that somebody else starts has said "ready" once; asked again and again until then. */
export function watchReadiness(urls: readonly string[], closers: Closers): () => boolean {
  const waiting = new Set(urls);
  const ask = () => {
    for (const url of waiting) {
      fetch(new URL('/ready', url), { signal: AbortSignal.timeout(1_000) })
        .then(({ ok }) => ok && waiting.delete(url))
        .catch(() => undefined);
    }
    if (waiting.size === 0) clearInterval(timer);
  };
  const timer = setInterval(ask, 500);
  closers.add('readiness of subgraphs', () => clearInterval(timer));
  ask();
  return () => waiting.size === 0;
}
