import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddr from 'proxy-addr';

export type ClientAddress = (request: IncomingMessage) => string;

/** Where a request comes from: what the last proxy that is believed says, or else the other end of the connection. */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trust = proxyAddr.compile([...trustedProxies]);
  return (request) => {
    // Once the connection is gone nobody knows where it came from.
    const peer = request.socket.remoteAddress ?? '0.0.0.0';
    const told = proxyAddr(request, trust) ?? peer;
    // A proxy passes on what it was sent, which may be any text.
    return withoutMapping(isIP(told) ? told : peer);
  };
}

/** `::ffff:192.0.2.1` is how a socket for both kinds of addresses shows one of the older kind. */
function withoutMapping(address: string): string {
  const inner = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  return inner ?? address;
}
