import { constants } from 'node:fs';
import { copyFile, type FileHandle, open, stat, truncate } from 'node:fs/promises';
import { asDirectoryError } from './postgres-error';
import { lastUsefulLine } from './run-program';

const largestLog = 10 * 1024 * 1024;

/** Opened by us and inherited by the server: it needs no right to the folder the log is in. */
export async function openServerLog(path: string): Promise<FileHandle> {
  await shortenServerLog(path);
  return open(path, constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY, 0o600).catch(
    (error: unknown) => {
      throw asDirectoryError(error, path);
    },
  );
}

/**
 * Keeps one older log. The file is emptied in place, because the running server holds it open; it appends, so
 * it goes on at the new end.
 */
export async function shortenServerLog(path: string): Promise<void> {
  const size = (await stat(path).catch(() => undefined))?.size ?? 0;
  if (size < largestLog) return;
  await copyFile(path, `${path}.1`);
  await truncate(path);
}

export async function logSize(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

/** Why the server failed, in its own words. */
export async function lastLogLine(path: string, from: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(64 * 1024);
    const size = (await file.stat()).size;
    const { bytesRead } = await file.read(buffer, 0, buffer.length, Math.max(from, size - buffer.length));
    return lastUsefulLine(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}
