import ipaddr from 'ipaddr.js';

/**
 * What one client has for sure: an address of IPv4, or the network of an address of IPv6, since whoever has one of
 * those has the 2^64 beside it as well.
 */
export function clientNetwork(address: string): string {
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(':')}::/64`;
}
