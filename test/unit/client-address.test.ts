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
  ['it names a zone', ['loopback'], from('::1', 'fe80::1%eth0'), 'fe80::1'],
  ['the other end has a zone', [], from('fe80::2%2'), 'fe80::2'],
  ['an address is spelled at length', ['loopback'], from('::1', '2001:0DB8:0:0:0:0:0:01'), '2001:db8::1'],
  ['an older address is spelled as a newer one', ['loopback'], from('::1', '::FFFF:c000:201'), '192.0.2.1'],
  ['an older address is mapped with a zone', ['loopback'], from('::1', '::ffff:192.0.2.1%1'), '192.0.2.1'],
])('when %s', (_, proxies, request, address) => {
  expect(clientAddress(proxies)(request)).toBe(address);
});
