import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What Apollo's tools write as well, and its client and router read. */
const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z
      .object({
        id: z.string(),
        name: z.string(),
        type: z.enum(['query', 'mutation', 'subscription']),
        body: z.string(),
      })
      .refine(({ id, body }) => id === documentId(body), 'must have the SHA-256 of its body as its id'),
  ),
});

export type Manifest = z.infer<typeof manifest>;
export type ManifestOperation = Manifest['operations'][number];

/** The SHA-256 of the text in UTF-8, in lower-case hexadecimal digits. */
export function documentId(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

/** @throws Error with one sentence about what is wrong with it */
export function parseManifest(text: string): Manifest {
  const { data, error } = manifest.safeParse(parseJson(text));
  if (data) return data;
  const [issue] = error.issues;
  throw new Error(`${issue?.path.join('.') || 'It'}: ${issue?.message}.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('It is not valid JSON.');
  }
}
