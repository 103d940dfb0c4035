/**
 * The archive, in this order:
 *   manifest.json   what it is and what made it
 *   postgres/...    the files of the database as PostgreSQL's base backup procedure wants them
 *   checksums.json  the SHA-256 of everything before it; last, because the files are read only once
 * An archive that was cut off has no checksums.json.
 */
export const manifestName = 'manifest.json';
export const checksumsName = 'checksums.json';
export const clusterPrefix = 'postgres';
export const backupFormat = 1;

export interface BackupManifest {
  format: number;
  postgresMajorVersion: string;
  createdAt: string;
}

/** Folders are named with a slash at their end and have no sum. */
export type Checksums = Record<string, string | null>;
