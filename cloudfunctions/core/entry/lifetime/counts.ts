import type { EntryState } from '@shared/entry/states';
import { later } from '../../platform/pipeline';
import type { Call } from '../../rpc/call';

type Place = { contestId: string; trackCode: string };

/** One more draft; the number of entries by contest, state and track is the sum of such deltas. */
export async function countStarted(call: Call, { contestId, trackCode }: Place): Promise<void> {
  await later(
    call.db,
    call.db
      .insertInto('entry_count')
      .values({ contest_id: contestId, state: 'draft', track_code: trackCode, delta: 1 }),
  );
}

/** One draft less: it was deleted. */
export async function countEnded(call: Call, { contestId, trackCode }: Place): Promise<void> {
  await later(
    call.db,
    call.db
      .insertInto('entry_count')
      .values({ contest_id: contestId, state: 'draft', track_code: trackCode, delta: -1 }),
  );
}

/** The same entry in another contest or track, its state unchanged. */
export async function countMoved(call: Call, state: EntryState, from: Place, to: Place): Promise<void> {
  if (from.contestId === to.contestId && from.trackCode === to.trackCode) return;
  await later(
    call.db,
    call.db.insertInto('entry_count').values([
      { contest_id: from.contestId, state, track_code: from.trackCode, delta: -1 },
      { contest_id: to.contestId, state, track_code: to.trackCode, delta: 1 },
    ]),
  );
}
