import type { IncomingMessage } from 'node:http';
import { Refused } from '../../core/rpc/refused';

/** How long a body may take to arrive, in milliseconds: 90 KB over the weakest line, with room. */
const patienceMs = 30_000;

/**
 * The body of a request as text. What comes after the limit is left unread.
 * Throws Refused TOO_LARGE when it is longer than `maxBytes`, announced or not; TOO_SLOW when it has not arrived after `patience` milliseconds, or breaks off.
 */
export async function readBody(incoming: IncomingMessage, maxBytes: number, patience = patienceMs): Promise<string> {
  if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) throw new Refused('TOO_LARGE');
  const chunks: Buffer[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Refused('TOO_SLOW')), patience);
  });
  const bytes = incoming.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
  // A sender who goes away midway is no fault of ours, and hears no answer.
  const piece = () => bytes.next().catch(() => Promise.reject(new Refused('TOO_SLOW')));
  try {
    for (;;) {
      const { value, done } = await Promise.race([piece(), tooSlow]);
      if (done) return Buffer.concat(chunks).toString('utf8');
      size += value.length;
      if (size > maxBytes) throw new Refused('TOO_LARGE');
      chunks.push(value);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** What a JSON text says; undefined when it is no JSON. Empty text is an empty object. */
export function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
