import { ladderOf } from '@shared/awards/ladder';
import type { Blueprint } from '@shared/competition/blueprint';
import type { ReferralSubject } from '@shared/referral/states';
import { upperTrackOf } from '@shared/referral/tracks';
import { type RawBuilder, sql } from 'kysely';
import type { Ranked } from '../platform/schema/referral';
import type { Call } from '../rpc/call';
import type { Load } from '../rpc/procedure';

/** A referral with what its pages and its order need of its entry and award. */
export type Referral = ReferralSubject & {
  editionId: string;
  regionZh: string;
  track: string;
  ownTrack: string;
  /** Under which its entry was handed in. */
  reference: string;
  awardZh: string;
  /** Its award's place on the ladder, 0 the highest. */
  awardPlace: number;
  sameTrack: boolean;
  upperZh: string;
  docNo: string;
  cutoffOn: string;
  closesOn: string;
  place: number | null;
  seat: number | null;
  ranked: Ranked | null;
  /** The person agrees that the province is given it. */
  agreed: boolean;
};

type Row = Omit<Referral, 'awardZh' | 'awardPlace' | 'sameTrack'> & {
  level: string;
  awards: Blueprint['awards'] | null;
};

/** What an award is called in its edition, and where it stands there. */
export function awardOf({ level, awards }: { level: string; awards: Blueprint['awards'] | null }) {
  const ladder = ladderOf({ ...(awards && { awards }) });
  const place = ladder.findIndex(({ code }) => code === level);
  return { awardZh: ladder[place]?.zh ?? '获奖', awardPlace: place === -1 ? ladder.length : place };
}

/** Whoever belongs to an entry's team, or once did. */
export const teamOf = (entryId: RawBuilder<unknown>) =>
  sql`array(select t.person_id from entry_member t where t.entry_id = ${entryId})`;

/** Referrals `r`, each with its notice `n` and its entry `e`. */
export async function readReferrals(call: Call, rest: RawBuilder<unknown>): Promise<Referral[]> {
  const { rows } = await sql<Row>`select r.id as "referralId", r.notice_id as "noticeId", r.entry_id as "entryId",
      r.region_id as "regionId", r.person_id as "personId", ${teamOf(sql`r.entry_id`)} as "teamIds", e.title, r.state, r.version, n.edition_id as "editionId",
      g.name_zh as "regionZh", r.track, e.track_code as "ownTrack", coalesce(e.reference, '') as reference,
      coalesce(a.level, '') as level, d.blueprint -> 'awards' as awards, n.upper_zh as "upperZh", n.doc_no as "docNo",
      n.cutoff_on as "cutoffOn", n.closes_on as "closesOn", r.place, r.seat, r.ranked,
      exists (select from consent k where k.subject_id = r.id and k.person_id = r.person_id
        and k.kind = 'referral.province' and k.withdrawn_at is null) as agreed
    from referral r join referral_notice n on n.id = r.notice_id join entry e on e.id = r.entry_id
      join region g on g.id = r.region_id join edition d on d.id = n.edition_id
      left join award a on a.entry_id = r.entry_id and a.edition_id = n.edition_id ${rest}`.execute(call.db);
  return rows.map(({ level, awards, ...row }) => ({
    ...row,
    ...awardOf({ level, awards }),
    sameTrack: upperTrackOf(row.ownTrack)?.same === true,
  }));
}

/**
 * The one that a call is about. Its notice is locked before it: whoever fills, frees or counts places of a quota goes through that lock, so that two
 * never see the same place free.
 */
export const referralOf: Load<{ referralId: string }, Referral> = async (call, { referralId }, lock) => {
  if (lock) {
    await sql`select from referral_notice
      where id = (select notice_id from referral where id = ${referralId}) for update`.execute(call.db);
    await sql`select from referral where id = ${referralId} for update`.execute(call.db);
  }
  return (await readReferrals(call, sql`where r.id = ${referralId}`))[0] ?? null;
};
