import { PostgresError } from './postgres-error';

interface CommandOptions {
  dataDirectory: string;
  password: string;
  file: string;
}

/** Reads a command's arguments, runs it, and turns what happens into one line and an exit code. */
export async function runCommand(
  name: string,
  command: (options: CommandOptions) => Promise<string>,
): Promise<void> {
  const [file] = process.argv.slice(2);
  const { HUB_DATA_DIR: dataDirectory, HUB_DATABASE_PASSWORD: password } = process.env;
  if (!file || !dataDirectory || !password) {
    console.error(
      `Usage: npm run ${name} -- <file.tar.gz>, with HUB_DATA_DIR and HUB_DATABASE_PASSWORD set.`,
    );
    process.exitCode = 2;
    return;
  }
  try {
    console.log(await command({ dataDirectory, password, file }));
  } catch (error) {
    if (!(error instanceof PostgresError)) throw error;
    console.error(`${error.code}: ${error.message}`);
    process.exitCode = 1;
  }
}
