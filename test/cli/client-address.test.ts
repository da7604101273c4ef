/** Whose IP address counts: the socket's, and a header's only behind as many proxies as the operator has said. */
import { expect, test } from 'vitest';
import { clientAddress } from '../../src/cli/client-address.ts';

test.each([
  ['without a proxy a header is nobody’s word', '198.51.100.1', '203.0.113.9', 0, '198.51.100.1'],
  ['behind one proxy it is whom that proxy heard from', '10.0.0.1', '203.0.113.9', 1, '203.0.113.9'],
  ['what a client writes in front of it changes nothing', '10.0.0.1', '1.2.3.4, 203.0.113.9', 1, '203.0.113.9'],
  ['behind two it is one hop further', '10.0.0.1', '203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
  ['a proxy that adds nothing leaves its own address', '10.0.0.1', null, 1, '10.0.0.1'],
])('%s', (_rule, socket, header, proxies, address) => {
  expect(clientAddress(socket, header, proxies)).toBe(address);
});
