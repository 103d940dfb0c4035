import { readFile } from 'node:fs/promises';
import type { Settings } from '../settings';
import { StartError } from '../start/start-error';
import { parseManifest } from './manifest';
import { manifestFile } from './operations';

/** Operations that are known before anybody asks. */
export interface TrustedDocuments {
  /** Nothing else is run. */
  readonly required: boolean;
  /** Their texts by the SHA-256 of each: a map, in which no id leads anywhere but to a text that was put there. */
  readonly bodies: ReadonlyMap<string, string>;
}

type DocumentSettings = Pick<Settings, 'trustedDocuments' | 'trustedDocumentsFiles'>;

/**
 * What the settings name; undefined where trusted documents are switched off.
 * @throws StartError SETTING_INVALID
 */
export async function readTrustedDocuments(
  settings: DocumentSettings,
): Promise<TrustedDocuments | undefined> {
  const { trustedDocuments, trustedDocumentsFiles } = settings;
  if (trustedDocuments === 'off') return undefined;
  const files = trustedDocumentsFiles.length > 0 ? trustedDocumentsFiles : [manifestFile];
  const bodies = new Map<string, string>();
  for (const file of files) {
    for (const { id, body } of (await readManifest(file)).operations) bodies.set(id, body);
  }
  return { required: trustedDocuments === 'required', bodies };
}

async function readManifest(file: string) {
  try {
    return parseManifest(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(
      'SETTING_INVALID',
      `The setting HUB_TRUSTED_DOCUMENTS_FILES cannot be used: ${file}: ${reason}`,
    );
  }
}
