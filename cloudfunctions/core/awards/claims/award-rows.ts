import type { AwardSubject } from '@shared/awards/award/states';
import { awardClaimLifecycle } from '@shared/awards/award-claim/lifecycle';
import { ladderOf } from '@shared/awards/ladder';
import type { Blueprint } from '@shared/competition/blueprint';
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';
import { published, zhOf } from '../queries';

/** An award of an edition that is over, as it was published, and whose it is by now. */
export type PastAward = AwardSubject & {
  title: string;
  regionZh: string;
  year: number;
  awardZh: string;
  /** Whoever claimed it and was confirmed. */
  personId: string | null;
  /** A claim waits or stands. */
  claimed: boolean;
  /** The entry's leader by the fingerprint of their paper; null: none is kept. */
  leaderEq: string | null;
};

type Row = Omit<PastAward, 'awardZh'> & { level: string; awards: Blueprint['awards'] | null };

/** What an award is called in its edition. */
export const awardZhOf = ({ level, awards }: Pick<Row, 'level' | 'awards'>): string =>
  zhOf(ladderOf(awards === null ? {} : { awards }), level);

/** True of a claim (`c`) that waits or stands; spelled out, so that its index serves. */
export const liveClaim = sql`c.state in (${sql.join(awardClaimLifecycle.statesThat(({ live }) => live === true).map((state) => sql.lit(state)))})`;

/** Awards of editions that are over and whose leader has never signed in here: whoever has needs no code. */
export const claimable = sql`${published} and d.status = 'past'
  and not exists (select from person p where p.id = e.leader_id and (p.openid is not null or p.persona is not null))`;

/** One such award; `lock` keeps everybody else from giving it to somebody until the transaction ends. */
export async function readPastAward(call: Call, where: RawBuilder<unknown>, lock: boolean): Promise<PastAward | null> {
  if (lock) await sql`select from award a where ${where} for update`.execute(call.db);
  const { rows } =
    await sql<Row>`select a.id as "awardId", a.entry_id as "entryId", e.region_id as "regionId", a.state, a.version,
      e.title, r.name_zh as "regionZh", d.year, a.level, d.blueprint -> 'awards' as awards, a.person_id as "personId",
      exists (select from award_claim c where c.award_id = a.id and ${liveClaim}) as claimed,
      e.leader_id_eq as "leaderEq"
    from award a join entry e on e.id = a.entry_id join region r on r.id = e.region_id join edition d on d.id = a.edition_id
    where ${claimable} and ${where}`.execute(call.db);
  const [row] = rows;
  return row ? { ...row, awardZh: awardZhOf(row) } : null;
}

/** The award that a call of staff is about. */
export const pastAwardOf: Load<{ awardId: string }, PastAward> = (call, { awardId }, lock) =>
  readPastAward(call, sql`a.id = ${awardId}`, lock);
