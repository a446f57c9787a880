import { sql } from 'kysely';
import type { EntryHead } from '../../entry/queries';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';

export type TransferTarget = { contestId: string; regionZh: string; tracks: Array<{ code: string; zh: string }> };

/** The edition's other contests that still review, each with the tracks that it runs. */
export async function readTransferTargets(call: Call, entry: EntryHead): Promise<TransferTarget[]> {
  const { rows } = await sql<TransferTarget>`
    select c.id as "contestId", r.name_zh as "regionZh",
      json_agg(json_build_object('code', t.code, 'zh', t.zh) order by ct.sort) as tracks
    from contest c join region r on r.id = c.region_id
      join phase p on p.contest_id = c.id and p.kind = 'screening' and p.closes_at > ${at(call.now)}
      join contest_track ct on ct.contest_id = c.id
      join track t on t.edition_id = ct.edition_id and t.code = ct.track_code
    where c.edition_id = ${entry.editionId} and c.id <> ${entry.contestId}
    group by c.id, r.name_zh, r.sort order by r.sort`.execute(call.db);
  return rows;
}
