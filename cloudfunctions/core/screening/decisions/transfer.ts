import { undecidedZh } from '@shared/competition/phase';
import { screeningContract } from '@shared/screening/contract';
import type { Decided } from '@shared/screening/decision/subject';
import { sql } from 'kysely';
import { carryTrack, moveSearch } from '../../entry/moves';
import type { EntryHead } from '../../entry/queries';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { reviewedEntry } from '../review/reviewed-entry';
import { decide } from './decide';

type Place = { regionId: string; regionZh: string; trackZh: string };
type Target = Omit<Place, 'trackZh'> & { trackZh: string | null; closesAt: number | null };
type Wanted = { toContestId: string; trackCode: string };

/** Decides to hand an entry to another region of the edition, into a track that it runs. */
export const transfer = procedure(screeningContract.transfer, reviewedEntry, (call, input, entry) =>
  decide(call, entry, { command: 'transfer', version: input.version, input }, async () => {
    const { toContestId, trackCode, reason } = input;
    if (toContestId === entry.contestId) throw new Refused('SCREENING_SAME_CONTEST');
    await placeIn(call, entry, input, call.now);
    return { move: 'transfer', toContestId, trackCode, reason };
  }),
);

/**
 * Hands an entry over as the decision is made. The reference and the history stay, the clock starts anew, and the new region reads everything
 * itself: marks made so far are laid aside, not deleted.
 * @param decidedAt when it was decided, by which the review of the other region must not have ended; epoch milliseconds
 */
export async function handOver(
  call: Call,
  entry: EntryHead,
  { toContestId, trackCode }: Extract<Decided, { move: 'transfer' }>,
  decidedAt: number,
) {
  const place = await placeIn(call, entry, { toContestId, trackCode }, decidedAt);
  await call.db
    .updateTable('review_mark')
    .set({ cleared_at: at(call.now) })
    .where('entry_id', '=', entry.entryId)
    .where('cleared_at', 'is', null)
    .execute();
  if (trackCode !== entry.trackCode) await carryTrack(call, entry.entryId, trackCode);
  await moveSearch(call.db, entry, place.regionId);
  return {
    set: { contest_id: toContestId, region_id: place.regionId, track_code: trackCode },
    facts: { place },
    details: { trackZh: place.trackZh },
  };
}

/** Where an entry would go. Throws Refused when that cannot take it. `when` in epoch milliseconds. */
async function placeIn(call: Call, { editionId }: EntryHead, wanted: Wanted, when: number): Promise<Place> {
  const target = await targetOf(call, editionId, wanted);
  if (!target) throw new Refused('NOT_FOUND', '请重新选择接收的县（市、区）');
  const { regionId, regionZh, trackZh, closesAt } = target;
  if (trackZh === null) throw new Refused('ENTRY_TRACK_NOT_HERE', `${regionZh}没有设这个赛道`);
  if (closesAt === null) throw new Refused('SCREENING_NOT_OPEN', `${regionZh}${undecidedZh('审核')}，不能转办`);
  if (closesAt <= when) throw new Refused('SCREENING_NOT_OPEN', `${regionZh}的审核已经结束，不能转办`);
  return { regionId, regionZh, trackZh };
}

async function targetOf(call: Call, editionId: string, { toContestId, trackCode }: Wanted): Promise<Target | null> {
  const { rows } = await sql<Target>`
    select c.region_id as "regionId", r.name_zh as "regionZh", t.zh as "trackZh", p.closes_at as "closesAt"
    from contest c join region r on r.id = c.region_id
      left join phase p on p.contest_id = c.id and p.kind = 'screening'
      left join contest_track ct on ct.contest_id = c.id and ct.track_code = ${trackCode}
      left join track t on t.edition_id = ct.edition_id and t.code = ct.track_code
    where c.id = ${toContestId} and c.edition_id = ${editionId}`.execute(call.db);
  return rows[0] ?? null;
}
