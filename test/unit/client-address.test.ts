import type { IncomingMessage } from 'node:http';
import { clientAddress } from '../../gateway/http/client-address';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

test.each([
  ['nobody is believed', [], from('10.0.0.1', '203.0.113.9'), '10.0.0.1'],
  ['a proxy is believed', ['10.0.0.0/8'], from('10.0.0.1', '203.0.113.9'), '203.0.113.9'],
  ['only what it added is believed', ['10.0.0.0/8'], from('10.0.0.1', '1.1.1.1, 203.0.113.9'), '203.0.113.9'],
  ['it passes on nonsense', ['10.0.0.0/8'], from('10.0.0.1', "unknown'; drop"), '10.0.0.1'],
  ['an older address comes over a newer socket', [], from('::ffff:192.0.2.1'), '192.0.2.1'],
  ['the address is a newer one', ['loopback'], from('::1', '2001:db8::1'), '2001:db8::1'],
  ['the connection is gone', [], from(undefined), '0.0.0.0'],
])('when %s', (_, proxies, request, address) => {
  expect(clientAddress(proxies)(request)).toBe(address);
});
