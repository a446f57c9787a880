import { referralAccess } from '@shared/referral/access';
import { referralContract } from '@shared/referral/contract';
import { referralLifecycle } from '@shared/referral/lifecycle';
import { mostOfRegion } from '@shared/referral/rank/choose';
import { orderZh } from '@shared/referral/rank/order';
import { upperTracks } from '@shared/referral/tracks';
import { sql } from 'kysely';
import { latestPastEdition } from '../competition/queries';
import { noSubject, procedure } from '../rpc/procedure';
import { presentNotice, quotasOf, readNotice } from './notice';
import { type Referral, readReferrals } from './subjects';
import { headOf, percentileOf } from './view';

/** A year's lists stay far below this. */
const most = 1_000;

const waitsFor = (command: 'rank' | 'recommend', { state }: Referral): boolean =>
  referralLifecycle.moves[command].from.includes(state);

/** All that the city has to do with a year's referrals, track by track. */
export const board = procedure(referralContract.board, noSubject, async (call) => {
  const [edition, notice] = await Promise.all([latestPastEdition(call.db), readNotice(call)]);
  const [quotas, all] =
    notice === null
      ? [new Map(), []]
      : await Promise.all([
          quotasOf(call, notice.noticeId),
          readReferrals(
            call,
            sql`where r.notice_id = ${notice.noticeId} order by r.live desc, r.place nulls last, g.sort, r.id limit ${most}`,
          ),
        ]);
  const unconfirmed = notice?.confirmedAt ? null : '请先核定通知和名额';
  return {
    writes: referralAccess.decide('keepNotice', call.actor, undefined).ok,
    editionZh: edition?.nameZh ?? null,
    notice: notice && presentNotice(notice),
    orderZh,
    tracks: upperTracks.map(({ code, zh }) => {
      const of = all.filter(({ track }) => track === code);
      const { quota = 0, taken = 0 } = quotas.get(code) ?? {};
      const waitsForRank = of.filter(({ state }) => state === 'region_confirmed').length;
      const ranked = of.filter((one) => waitsFor('recommend', one)).length;
      return {
        track: code,
        zh,
        quota,
        taken,
        mostOfRegion: mostOfRegion(quota),
        waitsForRank,
        waitsForPlace: ranked,
        rankClosed: unconfirmed ?? (of.some((one) => waitsFor('rank', one)) ? null : '没有待排序的项目'),
        recommendClosed: unconfirmed ?? (waitsForRank > 0 ? '请先排序' : ranked === 0 ? '没有待推荐的项目' : null),
        entries: of.map((referral) => ({
          ...headOf(referral, 'staff'),
          place: referral.place,
          percentile: percentileOf(referral.ranked),
        })),
      };
    }),
  };
});
