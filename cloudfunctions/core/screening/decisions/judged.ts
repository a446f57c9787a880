import { type ReviewMove, refuseByReading } from '@shared/screening/decide-move';
import type { EntryHead } from '../../entry/queries';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { type Reading, readReading } from '../queue/readings';

/**
 * Reads what the reviewer has before them, for a move that it decides on.
 * Throws Refused with what this says against it.
 */
export async function judged(call: Call, entry: EntryHead, move: ReviewMove): Promise<Reading> {
  const reading = await readReading(call, entry);
  const refusal = refuseByReading(move, reading);
  if (refusal) throw new Refused(refusal.code, refusal.message, refusal.fields);
  return reading;
}
