import { request } from 'node:http';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

/** A request as it is written: names in any case, and any of them twice. `fetch` would put that right. */
export function sendRaw(
  url: string,
  headers: readonly (readonly [string, string])[],
  body: string | null,
  method = body === null ? 'GET' : 'POST',
): Promise<RawAnswer> {
  const { hostname, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const all = [
      ['Host', 'hub'] as const,
      ...headers,
      ...(body === null ? [] : [['Content-Length', String(Buffer.byteLength(body))] as const]),
    ];
    const sent = request(
      { hostname, port, path: pathname + search, method, headers: all.flat() as never, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}
