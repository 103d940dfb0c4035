import { createHash } from 'node:crypto';

const names = new Map<string, string>();

/**
 * Statements are built from fixed fragments, but filters combine them freely, and PostgreSQL keeps a prepared
 * statement as long as its connection lives. After so many different ones the rest run without being kept.
 */
const maximumPrepared = 500;

/** The name under which a statement is prepared; undefined for one that is not kept. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= maximumPrepared) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}
