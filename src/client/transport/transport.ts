import { platformKnowsCaller } from '../session/session';
import { tellOperator } from '../tell-operator';
import type { Envelope, Transport } from './envelope';
import { Failure, silence } from './failure';
import { callCloud } from './transport-cloud';
import { callHttp } from './transport-http';

/** WeChat's cloud may hold a call for a minute. A change waits longer, and may be sent again: it carries its key. */
const patienceMs = { read: 15_000, change: 25_000 };

/** One seam for all homes: WeChat's cloud function, or HTTP on our own servers and on H5. */
const carry: Transport = platformKnowsCaller ? callCloud : callHttp;

/**
 * Carries one call, for no longer than is bearable, and tells the operator's log of what failed.
 * @param key of a change; null for a read
 */
export async function transport(path: string, input: unknown, key: string | null): Promise<Envelope> {
  const patience = key === null ? patienceMs.read : patienceMs.change;
  const began = Date.now();
  try {
    const envelope = await within(patience, carry({ path, input, key, patience }));
    if (!envelope.ok && envelope.error.code === 'INTERNAL') tellOperator(path, 'INTERNAL', Date.now() - began);
    return envelope;
  } catch (error) {
    tellOperator(path, error instanceof Failure ? error.code : 'THROWN', Date.now() - began);
    throw error;
  }
}

/** The answer, or `CALL_TIMED_OUT` when none came in time. */
function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(silence('CALL_TIMED_OUT')), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
