import type { LateContest } from '@shared/entry/late/who';
import { type RawBuilder, sql } from 'kysely';
import { at } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';

/** A late code with what its contest says of it. */
export type LateCode = LateContest & {
  id: string;
  contestId: string;
  regionZh: string;
  trackCode: string | null;
  reason: string;
  uses: number;
  used: number;
  madeBy: string;
  madeAt: number;
  endsAt: number;
  voidedAt: number | null;
  /** When the contest's own sign-up closes; null: it has no time for it. */
  closesAt: number | null;
  ofCurrentEdition: boolean;
};

/** Whether somebody may still come by a row `l` of `late_code`. The end is exclusive. */
export const isUsable = (now: number): RawBuilder<boolean> =>
  sql`(l.voided_at is null and l.ends_at > ${at(now)} and l.used < l.uses)`;

/** Late codes with their contests. */
const lateCodes = (where: RawBuilder<unknown>): RawBuilder<LateCode> => sql`
  select l.id, l.contest_id as "contestId", c.region_id as "regionId", r.name_zh as "regionZh", l.track_code as "trackCode",
    l.reason, l.uses, l.used, l.made_by as "madeBy", l.made_at as "madeAt", l.ends_at as "endsAt", l.voided_at as "voidedAt",
    s.closes_at as "closesAt", d.status = 'current' as "ofCurrentEdition",
    coalesce(d.blueprint ->> 'lateCodes', 'city') = 'leads' as "leadsMay"
  from late_code l join contest c on c.id = l.contest_id join region r on r.id = c.region_id
    join edition d on d.id = c.edition_id left join phase s on s.contest_id = c.id and s.kind = 'signUp'
  where ${where}`;

/** One late code; `lock` keeps everybody else from using it until the transaction ends, so that of two who take its last use one is refused. */
export async function readLateCode(call: Call, where: RawBuilder<unknown>, lock: boolean): Promise<LateCode | null> {
  if (lock) await sql`select from late_code l where ${where} for update`.execute(call.db);
  const { rows } = await lateCodes(where).execute(call.db);
  return rows[0] ?? null;
}

/** A code by its id, for whoever makes it void. */
export const lateCodeOf: Load<{ codeId: string }, LateCode> = (call, { codeId }, lock) =>
  readLateCode(call, sql`l.id = ${codeId}`, lock);
