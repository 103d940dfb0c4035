import { join } from 'node:path';
import { createViewerReader } from '../../gateway/identity/viewer-reader';
import type { Closers } from '../../gateway/start/closers';
import { gatewayRole, roleUrl } from '../../shared/database/roles';
import { mintToken } from '../../shared/identity/token';
import { generateTokenKey, readTokenKeys } from '../../shared/identity/token-keys';
import type { Viewer } from '../../shared/identity/viewer';
import { createLogger } from '../../shared/logger';
import { seedId } from '../../shared/schema/type-id';
import { demoPersonId } from '../../subgraphs/members/seed/demo-accounts';
import { type BenchDatabase, signIn } from './database';
import { startFloor, startHub, startOpenHub } from './hub-targets';
import { type OpenHouse, startGuardedSubgraphs, startPeerGateway, startPostGraphile } from './peer-targets';
import { peerGateways, type Target, type TargetName, targetTitles } from './targets';

export interface TargetsStart {
  readonly names: readonly TargetName[];
  readonly database: BenchDatabase;
  readonly secret: string;
  readonly directory: string;
  readonly connections: number;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  readonly closers: Closers;
}

/** Starts what is to be measured; the token is of the viewer as whom every target answers. */
export async function startTargets(start: TargetsStart): Promise<{ targets: Target[]; token: string }> {
  const { names, database, secret, directory, connections, say, signal, closers } = start;
  const { url: databaseUrl } = database;
  const subject = {
    personId: demoPersonId('mima', 'VIEWER'),
    organizationId: seedId('Organization', 'mima'),
  };
  const signInId = await signIn(databaseUrl, subject);
  const viewer = await readViewer(roleUrl(databaseUrl, gatewayRole, secret), { ...subject, signInId });
  const tokenPrivateKey = generateTokenKey();

  const startOne = (name: TargetName, house: OpenHouse | undefined): Promise<Target> => {
    switch (name) {
      case 'local':
      case 'http': {
        const dataDirectory = join(directory, name);
        return startHub(name, { databaseUrl, dataDirectory, secret, tokenPrivateKey }, signal);
      }
      case 'open':
        return startOpenHub(databaseUrl, viewer);
      case 'floor':
        return startFloor(databaseUrl, connections);
      case 'postgraphile':
        return startPostGraphile(databaseUrl, connections);
      default:
        return startPeerGateway(name, house!, signal);
    }
  };

  const needsHouse = names.some((name) => peerGateways.includes(name));
  if (needsHouse) say('starting the subgraphs for the peers');
  const house = needsHouse
    ? await startGuardedSubgraphs({ databaseUrl, secret }, viewer, directory, closers)
    : undefined;
  const targets: Target[] = [];
  for (const name of names) {
    say(`starting: ${targetTitles[name]}`);
    const target = await startOne(name, house);
    closers.add(name, () => target.stop());
    targets.push(target);
  }
  const token = await mintToken(readTokenKeys(tokenPrivateKey), { ...subject, signInId }, '8h');
  return { targets, token };
}

interface Account {
  readonly personId: string;
  readonly organizationId: string;
  readonly signInId: string;
}

/** As the hub reads it on every request; the other targets are handed it once. */
async function readViewer(url: string, account: Account): Promise<Viewer> {
  const reader = createViewerReader(url, createLogger('warn'));
  try {
    const viewer = await reader.read({ kind: 'account', ...account });
    if (!viewer) throw new Error('the viewer of the bench has no account');
    return viewer;
  } finally {
    await reader.close();
  }
}
