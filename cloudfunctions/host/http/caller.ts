import type { IncomingMessage } from 'node:http';

/**
 * The address that a visitor's calls are counted against: the remote one, or, behind `proxies` of our own, what the outermost
 * of them saw. Anything further to the left in X-Forwarded-For was written by the visitor and is not believed.
 */
export function callerOf(incoming: IncomingMessage, proxies: number): string {
  const forwarded = String(incoming.headers['x-forwarded-for'] ?? '');
  const seen = proxies === 0 ? undefined : forwarded.split(',').at(-proxies)?.trim();
  return seen || (incoming.socket.remoteAddress ?? 'unknown');
}
