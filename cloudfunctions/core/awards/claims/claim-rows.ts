import type { AwardClaimSubject } from '@shared/awards/award-claim/states';
import type { Blueprint } from '@shared/competition/blueprint';
import { type RawBuilder, sql } from 'kysely';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';
import { awardZhOf } from './award-rows';

/** A claim with its award, and what remains of name and number. */
export type AwardClaim = AwardClaimSubject & {
  regionZh: string;
  year: number;
  nameMasked: string;
  numberMasked: string;
  sameAsRecord: boolean | null;
  askedAt: number;
  /** What was said with its last move. */
  reason: string | null;
};

type Row = Omit<AwardClaim, 'awardZh'> & { level: string; awards: Blueprint['awards'] | null };

/** Claims `c`, each with its award, entry `e` and region. */
export async function readClaims(call: Call, where: RawBuilder<unknown>): Promise<AwardClaim[]> {
  const { rows } =
    await sql<Row>`select c.id as "claimId", c.award_id as "awardId", a.entry_id as "entryId", e.region_id as "regionId",
      r.name_zh as "regionZh", d.year, e.title, a.level, d.blueprint -> 'awards' as awards, c.person_id as "personId",
      c.name_masked as "nameMasked", c.number_masked as "numberMasked", c.same_as_record as "sameAsRecord",
      c.asked_at as "askedAt", c.state, c.version,
      (select m.reason from move m where m.subject_id = c.id order by m.n desc limit 1) as reason
    from award_claim c join award a on a.id = c.award_id join entry e on e.id = a.entry_id
      join region r on r.id = e.region_id join edition d on d.id = a.edition_id
    where ${where}`.execute(call.db);
  return rows.map((row) => ({ ...row, awardZh: awardZhOf(row) }));
}

/** The claim that a call is about. Its award is locked first: whoever claims, confirms or takes back goes through that lock. */
export const claimOf: Load<{ claimId: string }, AwardClaim> = async (call, { claimId }, lock) => {
  if (lock) {
    await sql`select from award where id = (select award_id from award_claim where id = ${claimId}) for update`.execute(
      call.db,
    );
    await sql`select from award_claim where id = ${claimId} for update`.execute(call.db);
  }
  return (await readClaims(call, sql`c.id = ${claimId}`))[0] ?? null;
};
