import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import { toShanghai } from '@shared/kernel/shanghai';
import { percentZh } from '@shared/policies/benefits';
import { referralConsents } from '@shared/referral/consents';
import { referralContract } from '@shared/referral/contract';
import { referralLifecycle } from '@shared/referral/lifecycle';
import { upperTrackZh } from '@shared/referral/tracks';
import { byCity, isReferred } from '@shared/referral/who';
import { sql } from 'kysely';
import { readMoves } from '../cases/timeline';
import { isGiven } from '../forms/consents';
import type { Ranked } from '../platform/schema/referral';
import { me } from '../rpc/call';
import { noSubject, procedure } from '../rpc/procedure';
import { consentsOf } from './decide';
import { judgeReferrals } from './eligibility';
import { packableFiles } from './packs/packable';
import { packsOf } from './packs/records';
import { type Referral, readReferrals, referralOf } from './subjects';

export const headOf = (referral: Referral, side: 'own' | 'staff') => ({
  referralId: referral.referralId,
  title: referral.title,
  regionZh: referral.regionZh,
  trackZh: upperTrackZh(referral.track),
  awardZh: referral.awardZh,
  ...standingOf(referralLifecycle, referral.state, side),
  version: referral.version,
});

export const percentileOf = (ranked: Ranked | null) =>
  ranked === null || ranked.bp === null || ranked.n === null || ranked.rank === null
    ? null
    : { bp: ranked.bp, n: ranked.n, rank: ranked.rank, small: ranked.small, synthetic: ranked.synthetic };

/** By what an entry stands where it stands. */
function explainedZh({ place, ranked }: Referral): string | null {
  if (place === null || ranked === null) return null;
  const field =
    ranked.bp === null || ranked.n === null || ranked.rank === null
      ? '没有名次记录'
      : `本赛场赛道 ${ranked.n} 个项目中第 ${ranked.rank}，百分位 ${percentZh(ranked.bp)}${
          ranked.small ? '；不足 5 个项目，不按百分位比较' : ''
        }${ranked.synthetic ? '（演示名次）' : ''}`;
  return `本赛道排第 ${place}。${ranked.sameTrack ? '赛道一致' : '赛道相近'}，${field}。`;
}

/** Whether its person was asked and has not answered: they neither agreed nor declined. */
const isUnanswered = ({ state, agreed }: Referral): boolean => state === referralLifecycle.initial && !agreed;

/** A referral for its person, or for an office that has to do with it. */
export const getReferral = procedure(referralContract.referral, referralOf, async (call, _input, referral) => {
  const side = isReferred(call.actor, referral) ? ('own' as const) : ('staff' as const);
  const city = byCity.decide(call.actor, referral).ok;
  const [moves, consents, files, packs, [eligibility]] = await Promise.all([
    readMoves(call.db, referral.referralId),
    consentsOf(call, referral),
    packableFiles(call, referral),
    city ? packsOf(call, referral) : null,
    judgeReferrals(call, [{ ...referral, agreed: isUnanswered(referral) ? null : referral.agreed }], referral.cutoffOn),
  ]);
  return {
    ...headOf(referral, side),
    upperZh: referral.upperZh,
    docNo: referral.docNo,
    closesOn: referral.closesOn,
    side,
    holderZh: referralLifecycle.states[referral.state].holder({}),
    explainedZh: explainedZh(referral),
    percentile: percentileOf(referral.ranked),
    eligibility: eligibility ?? null,
    consents: referralConsents.map((text) => {
      const given = isGiven(consents, text) ? consents.find(({ kind }) => kind === text.kind) : undefined;
      return { ...text, givenAt: given ? toShanghai(Number(new Date(given.given_at))) : null };
    }),
    filesZh: ['报名表', ...files.map(({ name }) => name)],
    moves: referralLifecycle.movesFor(referral, call.actor, call.now).map(({ asks, ...offered }) => ({
      ...offered,
      asksReason: asks.includes('reason'),
    })),
    records: city && referralLifecycle.moves.record.from.includes(referral.state),
    timeline: tellMoves(referralLifecycle, moves, side, ({ byPerson, regionZh }) =>
      byPerson === referral.personId ? '您' : (regionZh ?? '大赛组委会'),
    ),
    packs,
  };
});

/** What the caller was named for. */
export const mine = procedure(referralContract.mine, noSubject, async (call) => {
  const rows = await readReferrals(call, sql`where r.person_id = ${me(call)} order by r.id desc limit 20`);
  return { referrals: rows.map((row) => headOf(row, 'own')) };
});
