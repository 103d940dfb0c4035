import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import type { TokenKeys } from '../../shared/identity/token-keys';
import { StartError } from '../start/start-error';
import type { ChainHead } from './read-chains';

const algorithm = 'EdDSA';
/** Keeps a document of heads from passing for an access token, and the other way round. */
const type = 'tahaluf-heads+json';

const headsDocument = z.object({
  at: z.iso.datetime(),
  heads: z.array(
    z.object({
      subgraph: z.string(),
      organization: z.string(),
      sequence: z.int().nonnegative(),
      hash: z.string().regex(/^(?:[0-9a-f]{64})?$/),
    }),
  ),
});

export interface SignedHeads {
  /** When they were signed. */
  readonly at: string;
  readonly heads: readonly ChainHead[];
}

/** All heads as one compact JWS: kept outside the hub, it shows later whether the past was rewritten. */
export async function signHeads({ current }: TokenKeys, heads: readonly ChainHead[]): Promise<string> {
  const { id, privateKey } = current;
  if (!privateKey) throw refused('Only the public half of the token key is here, which signs nothing.');
  const document: z.infer<typeof headsDocument> = {
    at: new Date().toISOString(),
    heads: heads.map((head) => ({
      subgraph: head.subgraph,
      organization: head.organization,
      sequence: head.sequence,
      hash: head.hash.toString('hex'),
    })),
  };
  return new CompactSign(Buffer.from(JSON.stringify(document)))
    .setProtectedHeader({ alg: algorithm, typ: type, kid: id })
    .sign(privateKey);
}

/** @throws StartError COMMAND_REFUSED when it is not what a key of this hub signed */
export async function readSignedHeads(keys: TokenKeys, text: string): Promise<SignedHeads> {
  const payload = await verified(keys, text.trim());
  const { at, heads } = headsDocument.parse(JSON.parse(Buffer.from(payload).toString('utf8')));
  return { at, heads: heads.map((head) => ({ ...head, hash: Buffer.from(head.hash, 'hex') })) };
}

async function verified(keys: TokenKeys, text: string): Promise<Uint8Array> {
  try {
    const { payload, protectedHeader } = await compactVerify(
      text,
      ({ kid }) => {
        const key = kid === undefined ? undefined : keys.find(kid);
        if (!key) throw new Error('unknown key');
        return key.publicKey;
      },
      { algorithms: [algorithm] },
    );
    if (protectedHeader.typ !== type) throw new Error('another kind of document');
    return payload;
  } catch {
    throw refused(
      'The file is not what a token key of this hub signed. If the key was replaced since, name it in HUB_TOKEN_PREVIOUS_KEYS.',
    );
  }
}

const refused = (reason: string) => new StartError('COMMAND_REFUSED', reason);
