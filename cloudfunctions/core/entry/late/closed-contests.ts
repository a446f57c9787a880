import type { LateContest } from '@shared/entry/late/who';
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../../rpc/call';

/** A contest of the running edition with the instants between which a late code may end, exclusive; null: no time yet. */
export type ClosedContest = LateContest & {
  contestId: string;
  regionZh: string;
  closesAt: number | null;
  reviewEnds: number | null;
  tracks: Array<{ code: string; zh: string }>;
};

/** Contests of the running edition, in the order of the regions. */
export async function closedContests(call: Call, where: RawBuilder<unknown>): Promise<ClosedContest[]> {
  const { rows } = await sql<ClosedContest>`
    select c.id as "contestId", c.region_id as "regionId", r.name_zh as "regionZh", s.closes_at as "closesAt",
      v.closes_at as "reviewEnds", coalesce(d.blueprint ->> 'lateCodes', 'city') = 'leads' as "leadsMay",
      (select coalesce(json_agg(json_build_object('code', t.code, 'zh', t.zh) order by ct.sort), '[]')
        from contest_track ct join track t on t.edition_id = ct.edition_id and t.code = ct.track_code
        where ct.contest_id = c.id) as tracks
    from contest c join edition d on d.id = c.edition_id and d.status = 'current' join region r on r.id = c.region_id
      left join phase s on s.contest_id = c.id and s.kind = 'signUp'
      left join phase v on v.contest_id = c.id and v.kind = 'screening'
    where ${where} order by r.sort, r.id`.execute(call.db);
  return rows;
}
