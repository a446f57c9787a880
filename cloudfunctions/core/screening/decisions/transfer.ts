import { undecidedZh } from '@shared/competition/phase';
import { screeningContract } from '@shared/screening/contract';
import { sql } from 'kysely';
import { move } from '../../cases/move';
import { carryTrack, entryNoun, moveSearch } from '../../entry/moves';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { reviewedEntry } from '../review/reviewed-entry';

type Target = { regionId: string; regionZh: string; trackZh: string | null; closesAt: number | null };

/**
 * Hands an entry to another region of the edition, into a track that it runs. The reference and the history stay, the
 * clock starts anew, and the new region reads everything itself: marks made so far are laid aside, not deleted.
 */
export const transfer = procedure(screeningContract.transfer, reviewedEntry, (call, input, entry) =>
  move(call, entryNoun, entry, { command: 'transfer', version: input.version, input }, async () => {
    const { toContestId, trackCode } = input;
    if (toContestId === entry.contestId) throw new Refused('SCREENING_SAME_CONTEST');
    const target = await targetOf(call, entry.editionId, toContestId, trackCode);
    if (!target) throw new Refused('NOT_FOUND', '请重新选择接收的县（市、区）');
    if (target.trackZh === null) throw new Refused('ENTRY_TRACK_NOT_HERE', `${target.regionZh}没有设这个赛道`);
    if (target.closesAt === null)
      throw new Refused('SCREENING_NOT_OPEN', `${target.regionZh}${undecidedZh('审核')}，不能转办`);
    if (target.closesAt <= call.now)
      throw new Refused('SCREENING_NOT_OPEN', `${target.regionZh}的审核已经结束，不能转办`);
    await call.db
      .updateTable('review_mark')
      .set({ cleared_at: at(call.now) })
      .where('entry_id', '=', entry.entryId)
      .where('cleared_at', 'is', null)
      .execute();
    if (trackCode !== entry.trackCode) await carryTrack(call, entry.entryId, trackCode);
    await moveSearch(call.db, entry, target.regionId);
    return {
      set: { contest_id: toContestId, region_id: target.regionId, track_code: trackCode },
      facts: { place: { regionId: target.regionId, regionZh: target.regionZh, trackZh: target.trackZh } },
      details: { trackZh: target.trackZh },
    };
  }),
);

async function targetOf(call: Call, editionId: string, contestId: string, trackCode: string): Promise<Target | null> {
  const { rows } = await sql<Target>`
    select c.region_id as "regionId", r.name_zh as "regionZh", t.zh as "trackZh", p.closes_at as "closesAt"
    from contest c join region r on r.id = c.region_id
      left join phase p on p.contest_id = c.id and p.kind = 'screening'
      left join contest_track ct on ct.contest_id = c.id and ct.track_code = ${trackCode}
      left join track t on t.edition_id = ct.edition_id and t.code = ct.track_code
    where c.id = ${contestId} and c.edition_id = ${editionId}`.execute(call.db);
  return rows[0] ?? null;
}
