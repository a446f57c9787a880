import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address that a visitor's calls are counted against: the remote one, or, behind `proxies` of our own, what the outermost
 * of them saw. Anything further to the left in X-Forwarded-For was written by the visitor and is not believed.
 */
export function callerOf(incoming: IncomingMessage, proxies: number): string {
  const forwarded = String(incoming.headers['x-forwarded-for'] ?? '');
  const seen = proxies === 0 ? undefined : forwarded.split(',').at(-proxies)?.trim();
  return networkOf(seen || (incoming.socket.remoteAddress ?? 'unknown'));
}

/** IPv4 as it is; of IPv6 the first half, which is one connection's network: the other half its owner chooses anew at will. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [front = '', back] = plain.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':'));
  const before = groups(front);
  const after = back === undefined ? [] : groups(back);
  const zeros = back === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
