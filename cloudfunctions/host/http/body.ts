import type { IncomingMessage } from 'node:http';
import { Refused } from '../../core/rpc/refused';

/** How long a body may take to arrive, in milliseconds: 90 KB over the weakest line, with room. */
const patienceMs = 30_000;

/**
 * The body of a request as text. What comes after the limit is left unread.
 * Throws Refused TOO_LARGE when it is longer than `maxBytes`, announced or not; TOO_SLOW when it has not arrived after `patience` milliseconds, or breaks off.
 */
export function readBody(incoming: IncomingMessage, maxBytes: number, patience = patienceMs): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (done: () => void) => {
      clearTimeout(timer);
      incoming.off('data', take).off('end', arrived).off('error', broke).off('close', broke).pause();
      done();
    };
    const refuse = (code: 'TOO_LARGE' | 'TOO_SLOW') => settle(() => reject(new Refused(code)));
    const take = (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) refuse('TOO_LARGE');
      else chunks.push(chunk);
    };
    const arrived = () => settle(() => resolve(Buffer.concat(chunks).toString('utf8')));
    // A sender who goes away midway is no fault of ours, and hears no answer.
    const broke = () => refuse('TOO_SLOW');
    const timer = setTimeout(broke, patience);
    if (Number(incoming.headers['content-length'] ?? 0) > maxBytes) refuse('TOO_LARGE');
    else if (incoming.destroyed) broke();
    else incoming.on('data', take).on('end', arrived).on('error', broke).on('close', broke);
  });
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
