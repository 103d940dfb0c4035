import 'reflect-metadata';
import { subgraphs } from '../subgraphs/registry';
import { renewAccountsOf } from './keys/renew-accounts';
import { type RotatedKind, rotatedKinds, rotateKeys } from './keys/rotate-keys';
import { runCommand } from './run-command';
import { readSettings } from './settings';
import { StartError } from './start/start-error';

/** `npm run -s rotate-keys -- token|internal|identity`: a new key, while the hub runs or not. */
runCommand(async () => {
  const [kind] = process.argv.slice(2);
  if (!isRotated(kind)) {
    throw new StartError('COMMAND_REFUSED', `Usage: npm run -s rotate-keys -- ${rotatedKinds.join('|')}`);
  }
  const settings = readSettings(subgraphs.map(({ name }) => name));
  // The secret before the current one is forgotten now; nobody may need it any more.
  if (kind === 'identity') await renewAccountsOf(settings);
  await rotateKeys(settings, kind);
  console.log(
    `There is a new ${kind} key. The one before is accepted while what it made is about, at most until the next rotation.`,
  );
});

function isRotated(kind: string | undefined): kind is RotatedKind {
  return (rotatedKinds as readonly (string | undefined)[]).includes(kind);
}
