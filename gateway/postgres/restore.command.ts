import { RestoreOptions, restore } from './restore';
import { runCommand } from './run-command';

/** npm run restore -- <file.tar.gz> */
export async function restoreCommand(options: RestoreOptions): Promise<string> {
  const { createdAt, keptAs } = await restore(options);
  const kept = keptAs ? ` The database it replaced is kept in ${keptAs}; delete it when you are sure.` : '';
  return `The database of ${createdAt} is restored. Start the hub.${kept}`;
}

if (require.main === module) void runCommand('restore', restoreCommand);
