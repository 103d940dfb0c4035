import { isIP } from 'node:net';

/** Whether a host is this machine, and nobody else can listen in or answer in its place. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}
