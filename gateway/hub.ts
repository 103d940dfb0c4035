import { gatewayRole, roleUrl } from '../shared/database/roles';
import { sealWith } from '../shared/identity/sealing-keys';
import type { Logger } from '../shared/logger';
import type { SubgraphExecutor } from '../shared/subgraph/executor';
import { subgraphs } from '../subgraphs/registry';
import { createGateway } from './create-gateway';
import { readTrustedDocuments } from './documents/trusted-documents';
import { createIdentify } from './identity/identify';
import { createIdentityProviders } from './identity/identity-provider';
import { createViewerReader } from './identity/viewer-reader';
import { type HubKeys, loadKeys } from './keys/load-keys';
import { watchKeys } from './keys/watch-keys';
import type { Limits } from './limits/limits';
import { errorText } from './postgres/postgres-error';
import type { Settings } from './settings';
import { checkClaimsAreSafe } from './start/claims-are-safe';
import { Closers } from './start/closers';
import { administratorPassword } from './start/embedded-database';
import { openFrontDoor } from './start/front-door';
import { prepareDatabase } from './start/prepare-database';
import { type Probe, watchReadiness } from './start/readiness';
import { checkDatabase, lockData, startEmbeddedDatabase } from './start/start-database';
import { StartError } from './start/start-error';
import { type StartedSubgraph, startSubgraph } from './start/start-subgraphs';
import { supergraphFile } from './supergraph/supergraph-file';

export interface HubOptions {
  readonly logger: Logger;
  /** Told what happens next, before it happens. Throwing here gives the start up. */
  readonly onStep?: (step: string) => void;
  /** The hub cannot go on; close it and end. */
  readonly onLost?: (error: Error) => void;
  readonly limits?: Partial<Limits>;
  /** False gives up the database's promises about crashes for speed; tests only. */
  readonly durable?: boolean;
}

export interface Hub {
  readonly port: number;
  readonly keys: HubKeys;
  /** Finishes what is under way and closes everything, the last opened first. */
  close(): Promise<void>;
}

/** The whole hub, from its settings. When a step fails, what the steps before it opened is closed again. */
export async function startHub(settings: Settings, options: HubOptions): Promise<Hub> {
  const { logger, onStep = () => undefined, onLost = () => undefined, durable = true } = options;
  const closers = new Closers((name, error) =>
    logger.error({ name, reason: errorText(error) }, 'could not be closed'),
  );
  const { databaseUrl, dataDirectory, demo } = settings;
  try {
    onStep('taking the port');
    const door = await openFrontDoor(settings);
    closers.add('port', () => door.close());

    onStep('reading keys and trusted documents');
    const documents = await readTrustedDocuments(settings);
    if (!databaseUrl) await lockData(dataDirectory, closers);
    const keys = await loadKeys(settings);
    sealWith(keys.internal);

    onStep('reaching the database');
    if (databaseUrl) await checkDatabase(databaseUrl);
    const password = administratorPassword(keys.secret);
    const embedded = { dataDirectory, password, durable, logger, onStep, onLost };
    const adminUrl = databaseUrl ?? (await startEmbeddedDatabase(embedded, closers));

    if (preparesDatabase(settings)) {
      onStep('bringing tables, policies and data up to date');
      await prepareDatabase({ adminUrl, subgraphs, secret: keys.secret, demo });
    } else {
      await checkClaimsAreSafe(roleUrl(adminUrl, gatewayRole, keys.secret));
    }

    onStep('starting the subgraphs');
    const start = { settings, keys, databaseUrl: adminUrl, logger };
    const executors: Record<string, SubgraphExecutor> = {};
    const probes: Probe[] = [];
    const learners: StartedSubgraph['takeOver'][] = [];
    for (const subgraph of subgraphs) {
      const { execute, isReady, takeOver } = await startSubgraph(subgraph, start, closers);
      executors[subgraph.name] = execute;
      probes.push(isReady);
      learners.push(takeOver);
    }
    const tellSubgraphs = (next: HubKeys) => Promise.all(learners.map((takeOver) => takeOver(next)));
    closers.add('watch of the keys', watchKeys({ settings, keys, tellSubgraphs, logger }));

    onStep('loading the supergraph');
    const viewers = createViewerReader(roleUrl(adminUrl, gatewayRole, keys.secret), logger);
    closers.add('viewers', () => viewers.close());
    const gateway = await createGateway({
      supergraphSdl: { file: supergraphFile(), watch: true },
      subgraphs: executors,
      identify: createIdentify({
        keys,
        viewers,
        providers: createIdentityProviders(settings.oidcProviders, logger),
        demoTokens: demo,
      }),
      logger,
      introspection: demo,
      publicAnswers: settings.publicAnswers,
      documents,
      allowedOrigins: settings.allowedOrigins,
      trustedProxies: settings.trustedProxies,
      rates: settings.rates,
      redisUrl: settings.redisUrl,
      isReady: await watchReadiness(probes, closers),
      ...(options.limits && { limits: options.limits }),
    }).catch((error: unknown) => {
      throw new StartError('SUPERGRAPH_UNUSABLE', `The supergraph cannot be served: ${errorText(error)}`);
    });
    closers.add('gateway', () => gateway.close());

    onStep('opening the door');
    door.openTo(gateway.handler);
    closers.add('requests under way', () => gateway.drain());
    return { port: door.port, keys, close: () => closers.close() };
  } catch (error) {
    await closers.close();
    throw error;
  }
}

/**
 * A database of our own is always brought up to date. An external one in production is changed by `npm run
 * migrate` alone, and one whose subgraphs run elsewhere is theirs.
 */
function preparesDatabase({ databaseUrl, production, subgraphUrls }: Settings): boolean {
  const someElsewhere = Object.keys(subgraphUrls).length > 0;
  if (!databaseUrl && someElsewhere) {
    throw new StartError(
      'SETTING_INVALID',
      'The setting DATABASE_URL is required when subgraphs run elsewhere: the viewer is read from their database.',
    );
  }
  return !databaseUrl || !(production || someElsewhere);
}
