import { awardLifecycle } from '@shared/awards/award/lifecycle';
import { standingOf } from '@shared/cases/standing';
import type { Blueprint } from '@shared/competition/blueprint';
import { regionsServed } from '@shared/kernel/actor';
import { referralContract } from '@shared/referral/contract';
import { referralLifecycle } from '@shared/referral/lifecycle';
import type { ReferralState } from '@shared/referral/states';
import { upperTrackOf, upperTrackZh } from '@shared/referral/tracks';
import { nominates } from '@shared/referral/who';
import { type RawBuilder, sql } from 'kysely';
import { awardOwner } from '../awards/queries';
import { begin } from '../cases/begin';
import { isAmong } from '../platform/grants';
import type { Call } from '../rpc/call';
import { type Load, noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { type Eligibility, judgeReferrals, lacksZh } from './eligibility';
import { referralNoun } from './moves';
import { confirmedNotice, presentNotice, readNotice } from './notice';
import { awardOf, teamOf } from './subjects';

/** A winner of the edition that is over, and how far their referral is. */
type Winner = {
  entryId: string;
  title: string;
  regionId: string;
  regionZh: string;
  personId: string;
  teamIds: string[];
  /** They claimed it or can sign in, so that there is somebody to ask. */
  reachable: boolean;
  level: string;
  awards: Blueprint['awards'] | null;
  ownTrack: string;
  trackZh: string;
  referralId: string | null;
  state: ReferralState | null;
};

const confirmed = awardLifecycle.statesThat(({ tone }) => tone === 'pass');

/** Awards `a` of an edition with their entries `e`; whose an award is, whoever claimed it says, else its entry's leader. */
async function readWinners(call: Call, editionId: string, where: RawBuilder<unknown>): Promise<Winner[]> {
  const { rows } =
    await sql<Winner>`select e.id as "entryId", e.title, e.region_id as "regionId", g.name_zh as "regionZh",
      p.id as "personId", ${teamOf(sql`e.id`)} as "teamIds", a.person_id is not null or p.openid is not null or p.persona is not null as reachable, a.level,
      d.blueprint -> 'awards' as awards, e.track_code as "ownTrack", t.zh as "trackZh", r.id as "referralId", r.state
    from award a join entry e on e.id = a.entry_id join region g on g.id = e.region_id
      join person p on p.id = ${awardOwner} join edition d on d.id = a.edition_id
      join track t on t.edition_id = e.edition_id and t.code = e.track_code
      left join lateral (select r.id, r.state from referral r join referral_notice n on n.id = r.notice_id
        where r.entry_id = e.id and n.edition_id = a.edition_id order by r.live desc, r.id desc limit 1) r on true
    where a.edition_id = ${editionId} and a.state = any(${confirmed}) and ${where}
    order by g.sort, e.title, e.id limit 500`.execute(call.db);
  return rows.map((row) => ({ ...row, ...awardOf(row) })).sort(byAward);
}

const byAward = (a: Winner & { awardPlace: number }, b: Winner & { awardPlace: number }): number =>
  a.regionId === b.regionId ? a.awardPlace - b.awardPlace : 0;

const isLive = (state: ReferralState | null): boolean =>
  state !== null && referralLifecycle.states[state].live === true;

/** Why a winner cannot be named now; null: they can. */
function closedOf(call: Call, winner: Winner, eligibility: Eligibility, open: boolean): string | null {
  if (isLive(winner.state)) return null;
  if (!nominates.decide(call.actor, winner).ok) return '由本县（市、区）审核人员提名';
  if (!open) return '市级还没有核定上级赛事通知和名额';
  if (upperTrackOf(winner.ownTrack) === null) return '上级赛事没有对应的赛道';
  if (!winner.reachable) return '获奖人还没有登录，请先发认领码请本人认领';
  return eligibility.verdict === 'fail' ? lacksZh(eligibility) : null;
}

/** As if they agreed: whether they do, they are asked once they are named. */
const judgeWinners = (call: Call, winners: readonly Winner[], on: string) =>
  judgeReferrals(
    call,
    winners.map(({ personId }) => ({ personId, agreed: true })),
    on,
  );

export const nominees = procedure(referralContract.nominees, noSubject, async (call) => {
  const notice = await readNotice(call);
  if (notice === null) return { notice: null, items: [] };
  const winners = await readWinners(
    call,
    notice.editionId,
    isAmong(regionsServed(call.actor), sql`e.region_id`) as RawBuilder<unknown>,
  );
  const judged = await judgeWinners(call, winners, notice.cutoffOn);
  return {
    notice: presentNotice(notice),
    items: winners.map((winner, i) => {
      const { entryId, title, regionZh, trackZh, ownTrack, referralId, state } = winner;
      const eligibility = judged[i] ?? { verdict: 'unknown' as const, reasons: [] };
      const upper = upperTrackOf(ownTrack);
      return {
        entryId,
        title,
        regionZh,
        awardZh: awardOf(winner).awardZh,
        trackZh,
        upperTrackZh: upper === null ? null : upperTrackZh(upper.track),
        eligibility,
        referral:
          referralId === null || state === null
            ? null
            : { referralId, ...standingOf(referralLifecycle, state, 'staff') },
        closed: closedOf(call, winner, eligibility, notice.confirmedAt !== null),
      };
    }),
  };
});

/** The winner that a call is about; the entry's row is locked, so that of two who name it at once one finds it named. */
const winnerOf: Load<{ entryId: string }, Winner> = async (call, { entryId }, lock) => {
  const notice = await readNotice(call, lock);
  if (notice === null) throw new Refused('REFERRAL_NO_NOTICE');
  return (await readWinners(call, notice.editionId, sql`e.id = ${entryId}`))[0] ?? null;
};

/** Names a winner's entry; its person is asked at once. */
export const nominate = procedure(referralContract.nominate, winnerOf, async (call, _input, winner) => {
  const notice = await confirmedNotice(call);
  if (isLive(winner.state)) throw new Refused('REFERRAL_NAMED_ALREADY');
  if (!winner.reachable) throw new Refused('REFERRAL_NOBODY_TO_ASK');
  const upper = upperTrackOf(winner.ownTrack);
  const [eligibility] = await judgeWinners(call, [winner], notice.cutoffOn);
  if (upper === null) throw new Refused('REFERRAL_NOT_ELIGIBLE', '上级赛事没有对应的赛道');
  if (eligibility === undefined || eligibility.verdict === 'fail')
    throw new Refused('REFERRAL_NOT_ELIGIBLE', lacksZh(eligibility));
  const { entryId, personId, teamIds, regionId, title } = winner;
  const row = {
    notice_id: notice.noticeId,
    entry_id: entryId,
    person_id: personId,
    region_id: regionId,
    track: upper.track,
    live: true,
  };
  const { noticeId, upperZh, closesOn } = notice;
  const begun = { noticeId, entryId, regionId, personId, teamIds, title, upperZh, closesOn };
  const referralId = await begin(call, referralNoun, row, { entryId, noticeId: notice.noticeId }, begun);
  const { state, stateZh } = standingOf(referralLifecycle, referralLifecycle.initial, 'staff');
  return { referralId, state, stateZh, version: 1 };
});
