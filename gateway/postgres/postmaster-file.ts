import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface PostmasterFile {
  pid: number;
  port: number;
  ready: boolean;
}

export const postmasterFilePath = (clusterDirectory: string): string =>
  join(clusterDirectory, 'postmaster.pid');

/** What a server wrote about itself into its folder. It may be long dead, and its number somebody else's. */
export async function readPostmasterFile(clusterDirectory: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFilePath(clusterDirectory), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const lines = text.split('\n').map((line) => line.trim());
  // Lines of the file: pid, folder, start time, port, socket folder, address, shared memory, state.
  return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7] === 'ready' };
}
