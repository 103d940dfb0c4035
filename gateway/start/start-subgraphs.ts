import { roleUrl, subgraphRole } from '../../shared/database/roles';
import { type Keyring, RotatingKeyring } from '../../shared/identity/keyring';
import { privatePem } from '../../shared/identity/token-keys';
import type { Logger } from '../../shared/logger';
import { createSubgraph } from '../../shared/subgraph/create-subgraph';
import type { SubgraphDefinition } from '../../shared/subgraph/definition';
import type { SubgraphExecutor } from '../../shared/subgraph/executor';
import type { HubKeys } from '../keys/load-keys';
import type { IdentitySettings, Settings, SubgraphSettings } from '../settings';
import { createHttpExecutor } from '../subgraphs/http-executor';
import { subgraphKey, subgraphKeyring } from '../subgraphs/subgraph-key';
import { startSubgraphProcess } from '../subgraphs/subgraph-process';
import type { Closers } from './closers';
import { type Probe, saysReady } from './readiness';
import { StartError } from './start-error';

export interface SubgraphStart {
  readonly settings: Settings;
  readonly keys: HubKeys;
  readonly databaseUrl: string;
  readonly logger: Logger;
}

export interface StartedSubgraph {
  readonly execute: SubgraphExecutor;
  readonly isReady: Probe;
  /** Resolves when the subgraph accepts the next keys as well, or has nothing to learn of them. */
  readonly takeOver: (next: HubKeys) => Promise<void>;
}

const nothingToLearn = async () => undefined;

/** Brings up one subgraph in the way that the settings say; resolves to how it is asked. */
export async function startSubgraph(
  definition: SubgraphDefinition,
  start: SubgraphStart,
  closers: Closers,
): Promise<StartedSubgraph> {
  const { name } = definition;
  const { settings, keys, logger } = start;
  const overHttp = (url: string, signing: Keyring) => {
    const executor = createHttpExecutor({ url, keys: signing });
    closers.add(`connections to ${name}`, () => executor.close());
    return { execute: executor.execute, isReady: () => saysReady(url) };
  };

  const elsewhere = settings.subgraphUrls[name];
  if (elsewhere) {
    // Its own settings know this key, so it must not change by itself.
    const key = settings.subgraphKeys[name] ?? subgraphKey(keys.secret, name);
    return { ...overHttp(elsewhere, new RotatingKeyring(key)), takeOver: nothingToLearn };
  }
  if (settings.transport === 'http') {
    const running = await startSubgraphProcess({ name, settings: childSettings(definition, start), logger });
    closers.add(name, () => running.stop());
    return {
      ...overHttp(running.url, signingKeys(name, start)),
      takeOver: (next) => running.takeOver(childSettings(definition, { ...start, keys: next })),
    };
  }
  const running = createSubgraph(definition, { databaseUrl: ownUrl(name, start), logger, keys });
  closers.add(name, () => running.close());
  return { execute: running.execute, isReady: () => running.isReady(), takeOver: nothingToLearn };
}

function ownUrl(name: string, { databaseUrl, keys }: SubgraphStart): string {
  return roleUrl(databaseUrl, subgraphRole(name), keys.secret);
}

/** A key in the settings comes before those that follow from the hub's. */
function signingKeys(name: string, { settings, keys }: SubgraphStart): Keyring {
  const given = settings.subgraphKeys[name];
  const previous = settings.previousSubgraphKeys[name];
  return given ? new RotatingKeyring(given, previous) : subgraphKeyring(keys.internal, name);
}

function childSettings(definition: SubgraphDefinition, start: SubgraphStart): SubgraphSettings {
  const { name } = definition;
  const { current, accepted } = signingKeys(name, start);
  return {
    host: '127.0.0.1',
    port: 0,
    key: current,
    previousKeys: accepted.slice(1),
    databaseUrl: ownUrl(name, start),
    logLevel: start.settings.logLevel,
    identity: identitySettings(definition, start.keys),
  };
}

function identitySettings(
  { name, identityKeys, contactKeys }: SubgraphDefinition,
  { identity, token }: HubKeys,
): IdentitySettings | null {
  const secrets = { secret: identity.current, previousSecrets: identity.accepted.slice(1) };
  if (!identityKeys) return contactKeys ? { ...secrets, tokenPrivateKey: null } : null;
  const tokenPrivateKey = privatePem(token.current);
  if (tokenPrivateKey === null) {
    throw new StartError(
      'KEYS_MISSING',
      `The subgraph ${name} signs tokens: set HUB_TOKEN_PRIVATE_KEY instead of HUB_TOKEN_PUBLIC_KEY.`,
    );
  }
  return { ...secrets, tokenPrivateKey };
}
