import 'reflect-metadata';
import { loadKeys } from '../keys';
import { readSettings } from '../settings';
import { administratorPassword } from '../start/administrator-password';
import { StartError } from '../start/start-error';
import { PostgresError } from './postgres-error';

interface CommandOptions {
  dataDirectory: string;
  password: string;
  file: string;
}

/** Reads a command's argument, runs it on the hub's data folder, and turns what happens into one line and an exit code. */
export async function runCommand(
  name: string,
  command: (options: CommandOptions) => Promise<string>,
): Promise<void> {
  const [file] = process.argv.slice(2);
  if (!file) {
    console.error(`Usage: npm run ${name} -- <file.tar.gz>`);
    process.exitCode = 2;
    return;
  }
  try {
    const settings = readSettings([]);
    const { secret } = await loadKeys(settings);
    const { dataDirectory } = settings;
    console.log(await command({ dataDirectory, password: administratorPassword(secret), file }));
  } catch (error) {
    if (!(error instanceof PostgresError || error instanceof StartError)) throw error;
    console.error(`${error.message} [${error.code}]`);
    process.exitCode = 1;
  }
}
