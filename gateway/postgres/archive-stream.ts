import { createHash } from 'node:crypto';
import { FileHandle } from 'node:fs/promises';
import { Header } from 'tar';
import { Checksums } from './backup-format';

export type ArchiveEntry =
  | { kind: 'folder'; name: string }
  | { kind: 'content'; name: string; content: Buffer }
  /** Closed by the archive. */
  | { kind: 'file'; name: string; file: FileHandle };

const blockSize = 512;
const chunkSize = 256 * 1024;

/**
 * The bytes of a tar archive, and on the way the checksums of what went in. Written here and not by `tar` itself,
 * because the files of a running database grow and shrink under the reader, which `tar` takes for an error:
 * every file has the size it had when it was opened; what is cut off meanwhile is filled with zeros, and the
 * write-ahead log repairs both.
 */
export async function* archiveStream(
  entries: AsyncIterable<ArchiveEntry>,
  checksums: Checksums,
): AsyncGenerator<Buffer> {
  for await (const entry of entries) {
    if (entry.kind === 'folder') {
      checksums[`${entry.name}/`] = null;
      yield header(entry.name, 'Directory', 0);
    } else if (entry.kind === 'content') {
      checksums[entry.name] = createHash('sha256').update(entry.content).digest('hex');
      yield header(entry.name, 'File', entry.content.length);
      yield entry.content;
      yield padding(entry.content.length);
    } else {
      try {
        const { size } = await entry.file.stat();
        const hash = createHash('sha256');
        yield header(entry.name, 'File', size);
        for await (const chunk of readExactly(entry.file, size)) {
          hash.update(chunk);
          yield chunk;
        }
        yield padding(size);
        checksums[entry.name] = hash.digest('hex');
      } finally {
        await entry.file.close();
      }
    }
  }
}

/** Two empty blocks end an archive. */
export const archiveEnd = Buffer.alloc(2 * blockSize);

function header(path: string, type: 'File' | 'Directory', size: number): Buffer {
  const fields = new Header({
    path: type === 'Directory' ? `${path}/` : path,
    type,
    size,
    mode: type === 'Directory' ? 0o700 : 0o600,
    mtime: new Date(),
    uid: 0,
    gid: 0,
  });
  // True when a field does not fit: no file of a cluster is that large or has such a long name.
  if (fields.encode()) throw new Error(`${path} does not fit into a tar archive`);
  return fields.block as Buffer;
}

const padding = (size: number): Buffer => Buffer.alloc((blockSize - (size % blockSize)) % blockSize);

async function* readExactly(file: FileHandle, size: number): AsyncGenerator<Buffer> {
  for (let position = 0; position < size; ) {
    // A new buffer each time: the compressor may still be holding the last one.
    const chunk = Buffer.alloc(Math.min(chunkSize, size - position));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    const filled = bytesRead === 0 ? chunk : chunk.subarray(0, bytesRead);
    yield filled;
    position += filled.length;
  }
}
