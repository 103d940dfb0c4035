import { writeFileSync } from 'node:fs';
import { DocumentMistakes } from './documents/build-manifest';
import { manifestOfFolder, manifestText } from './documents/manifest-of-folder';
import { runCommand } from './run-command';
import { StartError } from './start/start-error';

const ownFolder = 'gateway/documents/operations';
const ownManifest = 'gateway/documents/manifest.json';

/**
 * `npm run documents`, from the repository's root: writes the committed manifest of the hub's own operations anew;
 * with `-- <folder> <file.json>` the one of somebody else's.
 */
runCommand(async () => {
  const [folder, file, ...more] = process.argv.slice(2);
  if (more.length > 0 || (folder !== undefined && file === undefined)) {
    throw new StartError('COMMAND_REFUSED', 'Usage: npm run documents [-- <folder> <file.json>]');
  }
  const manifest = checkedManifest(folder ?? ownFolder);
  writeFileSync(file ?? ownManifest, manifestText(manifest));
  console.log(`${file ?? ownManifest}: ${manifest.operations.length} operations`);
});

function checkedManifest(folder: string) {
  try {
    return manifestOfFolder(folder);
  } catch (error) {
    const mistakes = error instanceof DocumentMistakes || (error as NodeJS.ErrnoException).code !== undefined;
    throw mistakes ? new StartError('COMMAND_REFUSED', (error as Error).message) : error;
  }
}
