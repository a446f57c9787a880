import type { IncomingMessage } from 'node:http';
import { addressOf, callerAt } from '../../../cloudfunctions/host/http/caller';

const from = (forwarded: string | undefined) =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.9' } }) as unknown as IncomingMessage;

test('without proxies of our own only the remote address counts', () => {
  expect(addressOf(from('1.1.1.1'), 0)).toBe('10.0.0.9');
});

test('behind our own proxies it is what the outermost of them saw, whatever the visitor wrote before it', () => {
  expect(addressOf(from('1.1.1.1, 2.2.2.2'), 1)).toBe('2.2.2.2');
  expect(addressOf(from('1.1.1.1, 2.2.2.2, 10.0.0.1'), 2)).toBe('2.2.2.2');
  expect(addressOf(from(undefined), 1)).toBe('10.0.0.9');
});

test.each([
  ['203.0.113.9', '203.0.113.9'],
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('a visitor at %s is counted as %s', (address, caller) => {
  expect(callerAt(address)).toBe(caller);
});
