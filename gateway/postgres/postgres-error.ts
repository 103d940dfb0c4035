export type PostgresErrorCode =
  /** The folder cannot be created, entered or written by the user that has to. */
  | 'DATA_DIRECTORY_NOT_WRITABLE'
  /** Another living hub, backup or restore works on the folder. */
  | 'DATA_DIRECTORY_IN_USE'
  /** The folder holds something that is not a complete database, and deleting it is not ours to decide. */
  | 'DATA_DIRECTORY_DAMAGED'
  /** The data or the backup was written by another major version of PostgreSQL. */
  | 'POSTGRES_VERSION_MISMATCH'
  | 'POSTGRES_START_FAILED'
  /** The server did not come back although it was started again several times. */
  | 'POSTGRES_STOPPED'
  | 'PLATFORM_NOT_SUPPORTED'
  /** PostgreSQL refuses to run as root, and there is no other user to run it as. */
  | 'SYSTEM_USER_MISSING'
  | 'PASSWORD_NOT_USABLE'
  /** There is none in the folder, or it is not running although its hub does. */
  | 'DATABASE_MISSING'
  | 'BACKUP_FAILED'
  | 'BACKUP_DAMAGED';

/** A failure an operator can act on: the message is one sentence that says what to do, the stack is noise. */
export class PostgresError extends Error {
  override readonly name = 'PostgresError';

  constructor(
    readonly code: PostgresErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

// By shape and not by instanceof: errors of Node's own modules may come from another realm, as under jest.
const field = (error: unknown, name: 'code' | 'message'): string | undefined => {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : undefined;
};

export const errorText = (error: unknown): string => field(error, 'message') ?? String(error);

export const systemErrorCode = (error: unknown): string | undefined => field(error, 'code');

const notWritable = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'ENOSPC',
  'EDQUOT',
  'EEXIST',
  'ELOOP',
  'ENOENT',
]);

/** Turns the file system's refusal on `path` into the sentence an operator understands; passes others on. */
export function asDirectoryError(error: unknown, path: string): unknown {
  if (error instanceof PostgresError || !notWritable.has(systemErrorCode(error) ?? '')) return error;
  return new PostgresError(
    'DATA_DIRECTORY_NOT_WRITABLE',
    `The data folder ${path} cannot be written (${errorText(error)}). Give this user the folder, or set HUB_DATA_DIR to another one.`,
    { cause: error },
  );
}
