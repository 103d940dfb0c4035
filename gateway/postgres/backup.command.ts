import { BackupOptions, backup } from './backup';
import { runCommand } from './run-command';

/** npm run backup -- <file.tar.gz> */
export async function backupCommand(options: BackupOptions): Promise<string> {
  const { file, bytes } = await backup(options);
  return `Backup written to ${file} (${bytes} bytes). It holds personal data: keep it as safe as the hub.`;
}

if (require.main === module) void runCommand('backup', backupCommand);
