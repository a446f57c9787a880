import type { Actor } from '@shared/kernel/actor';
import { type ReviewMove, refuseMove } from '@shared/screening/decide-move';
import type { EntryHead } from '../../entry/queries';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { type Reading, readReading } from '../queue/readings';
import { insistMine } from '../review/reviewed-entry';

/**
 * Everything that a reviewer's move on one entry is checked against before it is made: nobody else holds it, its newest
 * version was seen, and the rules of the move. The entry's row is locked.
 * @returns the reading, for the moves that need it further
 * Throws Refused with the first rule that said no.
 */
export async function decide(
  call: Call,
  entry: EntryHead,
  move: ReviewMove,
  input: { version: number; reason?: string },
): Promise<Reading> {
  await insistMine(call, entry, input.version, move);
  const reading = await readReading(call, entry);
  const asked = { holder: null, marks: reading.marks, reason: input.reason };
  const refusal = refuseMove(move, entry, asked, whoActs(call), call.now);
  if (refusal) throw new Refused(refusal.code, refusal.message, refusal.fields);
  return reading;
}

/** The person behind a call that access has let through. */
export function whoActs(call: Call): Actor {
  if (call.actor === null) throw new Error('A reviewer’s move was opened to visitors.');
  return call.actor;
}
