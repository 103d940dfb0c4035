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
import { type Probe, saysReady } from './readiness';

export interface SubgraphStart {
  readonly settings: Settings;
  readonly secret: string;
  readonly databaseUrl: string;
  readonly logger: Logger;
}

export interface StartedSubgraph {
  readonly execute: SubgraphExecutor;
  readonly isReady: Probe;
}

/** Brings up one subgraph in the way that the settings say; resolves to how it is asked. */
export async function startSubgraph(
  definition: SubgraphDefinition,
  { settings, secret, databaseUrl, logger }: SubgraphStart,
  closers: Closers,
): Promise<StartedSubgraph> {
  const { name } = definition;
  const key = settings.subgraphKeys[name] ?? subgraphKey(secret, name);
  const ownUrl = () => roleUrl(databaseUrl, subgraphRole(name), secret);
  const overHttp = (url: string) => {
    const executor = createHttpExecutor({ url, key });
    closers.add(`connections to ${name}`, () => executor.close());
    return { execute: executor.execute, isReady: () => saysReady(url) };
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
  return { execute: running.execute, isReady: () => running.isReady() };
}
