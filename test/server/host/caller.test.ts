import type { IncomingMessage } from 'node:http';
import { callerOf } from '../../../cloudfunctions/host/http/caller';

const from = (forwarded: string | undefined) =>
  ({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.9' } }) as unknown as IncomingMessage;

test('without proxies of our own only the remote address counts', () => {
  expect(callerOf(from('1.1.1.1'), 0)).toBe('10.0.0.9');
});

test('behind our own proxies it is what the outermost of them saw, whatever the visitor wrote before it', () => {
  expect(callerOf(from('1.1.1.1, 2.2.2.2'), 1)).toBe('2.2.2.2');
  expect(callerOf(from('1.1.1.1, 2.2.2.2, 10.0.0.1'), 2)).toBe('2.2.2.2');
  expect(callerOf(from(undefined), 1)).toBe('10.0.0.9');
});
