import { entryLifecycle } from '@shared/entry/lifecycle';
import type { EntryState } from '@shared/entry/states';
import type { Actor } from '@shared/kernel/actor';
import { reviewAccess } from '@shared/screening/access';
import type { batchMoves } from '@shared/screening/contract';
import { refuseMove } from '@shared/screening/decide-move';
import { type EntryHead, entryHeads, titleForStaff } from '../../entry/queries';
import type { Call } from '../../rpc/call';
import { decidedOf, decidedSentence } from '../decisions/undecided';
import { readReadings } from '../queue/readings';

export type BatchMove = (typeof batchMoves)[number];
export type BatchRow = {
  entryId: string;
  version: number;
  title: string;
  reference: string | null;
  stateZh: string;
  possible: boolean;
  reason: string | null;
};

export const unknown = '没有找到这个项目，可能已转到其他县（市、区）';

/** What would become of each row, by the same rules as one by one. A row that the reader may not know of or has to keep out of says so, no more. */
export async function previewRows(call: Call, move: BatchMove, entryIds: readonly string[]): Promise<BatchRow[]> {
  const heads = (await entryHeads(call, entryIds)).filter((head) => head.submittedAt !== null);
  const readings = await readReadings(call, heads);
  const names = await namesOf(call, heads);
  const decided = await decidedOf(call, heads);
  const who = whoActs(call);
  return [...new Set(entryIds)].map((entryId) => {
    const head = heads.find((found) => found.entryId === entryId);
    const allowed = head && reviewAccess.decide(move, who, head);
    if (!head || (allowed && !allowed.ok)) {
      const reason = allowed && !allowed.ok && !allowed.hidden ? allowed.reason : unknown;
      return { entryId, version: 1, title: '', reference: null, stateZh: '', possible: false, reason };
    }
    const holder =
      head.claimedBy !== null && head.claimedAt !== null
        ? { nameZh: names.get(head.claimedBy) ?? '', since: head.claimedAt }
        : null;
    const reading = readings.get(entryId);
    const standing = decided.get(entryId);
    const reason =
      refuseMove(move, head, { marks: [], ...reading, holder }, who, call.now)?.message ??
      (standing ? decidedSentence(standing) : null);
    return { ...shown(head), possible: reason === null, reason };
  });
}

const shown = (head: EntryHead) => ({
  entryId: head.entryId,
  version: head.version,
  title: titleForStaff(head),
  reference: head.reference,
  stateZh: labelOf(head.state),
});

const labelOf = (state: EntryState): string => entryLifecycle.labelOf(state, 'staff');

/** The person behind a call that access has let through. */
function whoActs(call: Call): Actor {
  if (call.actor === null) throw new Error('A reviewer’s move was opened to visitors.');
  return call.actor;
}

async function namesOf(call: Call, heads: readonly EntryHead[]): Promise<Map<string, string>> {
  const ids = heads.flatMap(({ claimedBy }) => (claimedBy === null ? [] : [claimedBy]));
  if (ids.length === 0) return new Map();
  const people = await call.db.selectFrom('person').select(['id', 'display_name']).where('id', 'in', ids).execute();
  return new Map(people.map((person) => [person.id, person.display_name]));
}
