import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
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
    return canonical(isIP(told) ? told : peer);
  };
}

/**
 * One spelling for one address: otherwise whoever is slowed down, or kept to some addresses, spells it differently. A
 * zone (`fe80::1%eth0`) is what the other end calls a wire of its own; `::ffff:192.0.2.1` is how a socket for both kinds
 * of addresses shows one of the older kind.
 */
function canonical(address: string): string {
  if (!isIPv6(address)) return address;
  const { hostname } = new URL(`http://[${address.split('%')[0]}]`);
  const spelled = hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(spelled);
  if (!mapped) return spelled;
  const [high, low] = [mapped[1]!, mapped[2]!].map((group) => Number.parseInt(group, 16)) as [number, number];
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
