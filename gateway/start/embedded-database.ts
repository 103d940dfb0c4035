import { deriveKey } from '../../shared/identity/derived-key';
import { loadSecret } from '../keys/load-keys';
import { readSettings } from '../settings';
import { StartError } from './start-error';

/** What the administrator of the embedded database signs in with; made from the hub's secret, kept nowhere. */
export const administratorPassword = (secret: string) => deriveKey(secret, 'database administrator');

/** Where the embedded database of the settings is, for commands that work on its files. */
export async function embeddedDatabase(): Promise<{ dataDirectory: string; password: string }> {
  const settings = readSettings([]);
  return {
    dataDirectory: settings.dataDirectory,
    password: administratorPassword(await loadSecret(settings)),
  };
}

/** @throws StartError COMMAND_REFUSED when no file is named */
export function fileArgument(command: string): string {
  const [file] = process.argv.slice(2);
  if (!file) throw new StartError('COMMAND_REFUSED', `Usage: npm run ${command} -- <file.tar.gz>`);
  return file;
}
