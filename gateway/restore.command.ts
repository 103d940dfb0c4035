import { restore } from './postgres/restore';
import { runCommand } from './run-command';
import { embeddedDatabase, fileArgument } from './start/embedded-database';

/** `npm run restore -- <file.tar.gz>`: while the hub is stopped. */
runCommand(async () => {
  const { createdAt, keptAs } = await restore({
    ...(await embeddedDatabase()),
    file: fileArgument('restore'),
  });
  const kept = keptAs ? ` The database it replaced is kept in ${keptAs}; delete it when you are sure.` : '';
  console.log(`The database of ${createdAt} is restored. Start the hub.${kept}`);
});
