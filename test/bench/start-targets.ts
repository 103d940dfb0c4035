import { join } from 'node:path';
import { createViewerReader } from '../../gateway/identity/viewer-reader';
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
import type { Workplace } from './workplace';

export interface TargetsStart {
  readonly names: readonly TargetName[];
  readonly database: BenchDatabase;
  readonly connections: number;
  readonly workplace: Workplace;
}

/** Starts what is to be measured; the token is of the viewer as whom every target answers. */
export async function startTargets(start: TargetsStart): Promise<{ targets: Target[]; token: string }> {
  const { names, database, connections, workplace } = start;
  const { secret, directory, say, signal, closers } = workplace;
  const { url: databaseUrl } = database;
  const { viewer, account } = await viewerOfTheBench(databaseUrl, secret);
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
  const token = await mintToken(readTokenKeys(tokenPrivateKey), account, '8h');
  return { targets, token };
}

interface Account {
  readonly personId: string;
  readonly organizationId: string;
  readonly signInId: string;
}

/** A reader of a member organisation, signed in: as the hub reads them on every request. */
export async function viewerOfTheBench(
  databaseUrl: string,
  secret: string,
): Promise<{ viewer: Viewer; account: Account }> {
  const subject = {
    personId: demoPersonId('mima', 'VIEWER'),
    organizationId: seedId('Organization', 'mima'),
  };
  const account = { ...subject, signInId: await signIn(databaseUrl, subject) };
  const reader = createViewerReader(roleUrl(databaseUrl, gatewayRole, secret), createLogger('warn'));
  try {
    const viewer = await reader.read({ kind: 'account', ...account });
    if (!viewer) throw new Error('the viewer of the bench has no account');
    return { viewer, account };
  } finally {
    await reader.close();
  }
}
