import type { Actor } from '@shared/kernel/actor';
import type { Call } from '../../rpc/call';

/** Whoever reads a list that visitors have no way to. */
export function readerOf(call: Call): Actor {
  if (call.actor === null) throw new Error('A list of grants was opened to visitors.');
  return call.actor;
}
