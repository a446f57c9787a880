import { referralContract } from '@shared/referral/contract';
import { referralLifecycle } from '@shared/referral/lifecycle';
import { choose, nextOf } from '@shared/referral/rank/choose';
import { type Candidate, inOrder } from '@shared/referral/rank/order';
import { isUpperTrack } from '@shared/referral/tracks';
import { type RawBuilder, sql } from 'kysely';
import { move } from '../cases/move';
import { json } from '../platform/schema';
import type { Ranked } from '../platform/schema/referral';
import type { Call } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { judgeReferrals, lacksZh } from './eligibility';
import { referralNoun } from './moves';
import { confirmedNotice, quotasOf } from './notice';
import { type FieldPercentile, percentilesIn } from './ranks';
import { type Referral, readReferrals } from './subjects';

/** Those that a command may move. */
const inStates = (command: 'rank' | 'recommend') => sql`r.state = any(${[...referralLifecycle.moves[command].from]})`;

/** Those of a track under a notice, whose rows are locked. */
const inTrack = (call: Call, noticeId: string, track: string, which: RawBuilder<unknown>): Promise<Referral[]> =>
  readReferrals(
    call,
    sql`where r.notice_id = ${noticeId} and r.track = ${track} and ${which} order by r.place nulls last, r.id for update of r`,
  );

const rankedOf = (referral: Referral, percentile: FieldPercentile | undefined): Ranked => ({
  bp: percentile?.bp ?? null,
  n: percentile?.n ?? null,
  rank: percentile?.rank ?? null,
  small: percentile?.small ?? false,
  synthetic: percentile?.synthetic ?? false,
  awardPlace: referral.awardPlace,
  sameTrack: referral.sameTrack,
  // Nobody verifies jobs yet, and nobody verified is not none.
  verifiedJobs: null,
  reference: referral.reference,
});

/** A referral as it was put in order; of one that never was nothing is known. */
type InOrder = Candidate & { referral: Referral; ranked: Ranked };

const candidateOf = (referral: Referral, ranked: Ranked): InOrder => ({
  referralId: referral.referralId,
  regionId: referral.regionId,
  sameTrack: ranked.sameTrack,
  awardPlace: ranked.awardPlace,
  percentile:
    ranked.bp === null || ranked.n === null || ranked.rank === null
      ? null
      : { bp: ranked.bp, n: ranked.n, rank: ranked.rank, small: ranked.small },
  verifiedJobs: ranked.verifiedJobs,
  reference: ranked.reference,
  referral,
  ranked,
});

const insistTrack = (track: string): void => {
  if (!isUpperTrack(track)) throw new Refused('REFERRAL_NO_SUCH_TRACK');
};

/** Without those of whom it became known meanwhile that they may not be referred. */
async function stillFit(call: Call, all: readonly Referral[], cutoffOn: string): Promise<Referral[]> {
  const verdicts = await judgeReferrals(call, all, cutoffOn);
  return all.filter((_, i) => verdicts[i]?.verdict !== 'fail');
}

/** Puts all in order that their regions confirmed and that may be referred still; who may not stays where it is, and why is told. */
export const rankTrack = procedure(referralContract.rankTrack, noSubject, async (call, { track }) => {
  insistTrack(track);
  const notice = await confirmedNotice(call, true);
  const waiting = await inTrack(call, notice.noticeId, track, inStates('rank'));
  if (waiting.length === 0) throw new Refused('REFERRAL_NOBODY_TO_RANK');
  const verdicts = await judgeReferrals(call, waiting, notice.cutoffOn);
  const judged = waiting.map((referral, i) => ({ referral, lacks: lacksZh(verdicts[i]) }));
  const percentiles = await percentilesIn(call.db, notice.editionId);
  const ordered = inOrder(
    judged
      .filter(({ lacks }) => lacks === '')
      .map(({ referral }) => candidateOf(referral, rankedOf(referral, percentiles.get(referral.entryId)))),
  );
  for (const [i, { referral, ranked }] of ordered.entries())
    await move(call, referralNoun, referral, { command: 'rank', version: referral.version }, async () => ({
      set: { place: i + 1, ranked: json(ranked) },
    }));
  const left = judged
    .filter(({ lacks }) => lacks !== '')
    .map(({ referral, lacks }) => ({ title: referral.title, zh: lacks }));
  return { ranked: ordered.length, left };
});

/** Fills what is free of a quota in order, under the cap of a region; the rest is kept in reserve. */
export const recommendTrack = procedure(referralContract.recommendTrack, noSubject, async (call, { track }) => {
  insistTrack(track);
  const { noticeId, cutoffOn } = await confirmedNotice(call, true);
  const all = await inTrack(call, noticeId, track, sql`r.live`);
  if (all.some(({ state }) => state === 'region_confirmed')) throw new Refused('REFERRAL_RANK_FIRST');
  const ordered = inOrder(
    (await stillFit(call, all, cutoffOn)).flatMap((referral) =>
      referral.ranked !== null && referralLifecycle.moves.recommend.from.includes(referral.state)
        ? [candidateOf(referral, referral.ranked)]
        : [],
    ),
  );
  if (ordered.length === 0) throw new Refused('REFERRAL_NOBODY_TO_RECOMMEND');
  const taken = all.filter(({ seat }) => seat !== null);
  const quota = (await quotasOf(call, noticeId)).get(track)?.quota ?? 0;
  const { recommended, reserve } = choose(ordered, taken, quota);
  const free = await freeSeats(call, noticeId, track);
  for (const [i, { referral }] of recommended.entries())
    await move(call, referralNoun, referral, { command: 'recommend', version: referral.version }, async () => ({
      set: { seat: free[i] ?? null, place: ordered.findIndex((one) => one.referral === referral) + 1 },
    }));
  for (const { referral } of reserve) {
    const place = ordered.findIndex((one) => one.referral === referral) + 1;
    if (referral.state === 'city_ranked')
      await move(call, referralNoun, referral, { command: 'keepInReserve', version: referral.version }, async () => ({
        set: { place },
      }));
    else await sql`update referral set place = ${place} where id = ${referral.referralId}`.execute(call.db);
  }
  return { recommended: recommended.length, reserve: reserve.length };
});

/** The places of a track that nobody has. */
async function freeSeats(call: Call, noticeId: string, track: string): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`select s.n from referral_seat s
    where s.notice_id = ${noticeId} and s.track = ${track} and not exists
      (select from referral r where r.notice_id = s.notice_id and r.track = s.track and r.seat = s.n)
    order by s.n`.execute(call.db);
  return rows.map(({ n }) => n);
}

/** A place became free: the first of the reserve that may still has it, in the same transaction. The notice is locked. */
export async function moveUp(call: Call, { noticeId, track }: { noticeId: string; track: string }): Promise<void> {
  const all = await inTrack(call, noticeId, track, sql`r.live`);
  const [seat] = await freeSeats(call, noticeId, track);
  const quota = (await quotasOf(call, noticeId)).get(track)?.quota ?? 0;
  const reserve = all.filter(({ state }) => state === 'reserve');
  const next = nextOf(
    await stillFit(call, reserve, reserve[0]?.cutoffOn ?? ''),
    all.filter((one) => one.seat !== null),
    quota,
  );
  if (seat === undefined || next === undefined) return;
  // Nobody decides it: it follows from the order.
  await move({ ...call, actor: null }, referralNoun, next, { command: 'moveUp', version: null }, async () => ({
    set: { seat },
  }));
}
