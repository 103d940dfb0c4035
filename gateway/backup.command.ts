import { backup } from './postgres/backup';
import { runCommand } from './run-command';
import { embeddedDatabase, fileArgument } from './start/embedded-database';

/** `npm run backup -- <file.tar.gz>`: while the hub runs or while it is stopped. */
runCommand(async () => {
  const { file, bytes } = await backup({ ...(await embeddedDatabase()), file: fileArgument('backup') });
  console.log(
    `Backup written to ${file} (${bytes} bytes). It holds personal data: keep it as safe as the hub.`,
  );
});
