import type { IncomingMessage } from 'node:http';
import { addressBytes } from './address-bytes';

/**
 * The address that a call comes from: the remote one, or, behind `proxies` of our own, what the outermost of them saw. Anything further to the left
 * in X-Forwarded-For was written by the visitor and is not believed.
 */
export function addressOf(incoming: IncomingMessage, proxies: number): string {
  const forwarded = String(incoming.headers['x-forwarded-for'] ?? '');
  const seen = proxies === 0 ? undefined : forwarded.split(',').at(-proxies)?.trim();
  return seen || (incoming.socket.remoteAddress ?? 'unknown');
}

/**
 * What a visitor's calls are counted against. IPv4 as it is; of IPv6 the first half, which is one connection's network: the other half its owner
 * chooses anew at will.
 */
export function callerAt(address: string): string {
  const bytes = addressBytes(address);
  if (bytes === null) return address.replace(/%.*$/, '');
  if (bytes.length === 4) return bytes.join('.');
  const group = (at: number) => (((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)).toString(16);
  return `${[0, 2, 4, 6].map(group).join(':')}::/64`;
}
