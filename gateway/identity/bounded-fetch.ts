/** The documents of identity providers are a few kilobytes. */
const maximumBytes = 256 * 1024;

interface FetchOptions {
  readonly headers?: Headers | Record<string, string>;
  readonly signal?: AbortSignal;
}

export type BoundedFetch = (url: string, options?: FetchOptions) => Promise<Response>;

/**
 * Fetches a document that must be there in time, is not large, and stands where it was asked for: a redirection
 * could lead to an address that nobody has checked.
 */
export function boundedFetch(timeout: number): BoundedFetch {
  return async (url, { headers, signal } = {}) => {
    const tooLate = AbortSignal.timeout(timeout);
    const response = await fetch(url, {
      redirect: 'error',
      headers: headers ?? { accept: 'application/json' },
      signal: signal ? AbortSignal.any([signal, tooLate]) : tooLate,
    });
    const { status } = response;
    return new Response(await boundedText(response), { status });
  };
}

async function boundedText(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    // Leaving the loop also ends the connection.
    if (length > maximumBytes) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}
