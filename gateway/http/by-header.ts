import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';

/** Longer ones come from machines that try things out. */
const longestRemembered = 200;
const remembered = 500;

/** What is read from one header alone, read once: clients send the same few again and again. */
export function byHeader<Value extends string | readonly string[]>(
  header: 'accept' | 'accept-language',
  read: (request: IncomingMessage) => Value,
): (request: IncomingMessage) => Value {
  const known = new LRUCache<string, Value>({ max: remembered });
  return (request) => {
    const sent = request.headers[header] ?? '';
    let value = known.get(sent);
    if (value === undefined) {
      value = read(request);
      if (sent.length <= longestRemembered) known.set(sent, value);
    }
    return value;
  };
}
