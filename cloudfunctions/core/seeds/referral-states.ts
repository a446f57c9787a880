import { makeUuidV7 } from '@shared/kernel/id';
import { referralConsents } from '@shared/referral/consents';
import { referralLifecycle } from '@shared/referral/lifecycle';
import type { ReferralCommand, ReferralState } from '@shared/referral/states';
import { sql } from 'kysely';
import { at, json } from '../platform/schema';
import { percentilesIn } from '../referral/ranks';
import { pastEdition } from './editions';
import { instantAgo } from './files/days';
import { insertAll } from './files/insert-files';
import { personaId } from './personas';
import type { Player } from './player';

const toRank: readonly ReferralCommand[] = ['agree', 'confirm', 'rank'];
const recommended: readonly ReferralCommand[] = [...toRank, 'recommend'];

/** Which way leads to each state of a referral. */
export const referralRoads: Readonly<Record<ReferralState, readonly ReferralCommand[]>> = {
  nominated: [],
  agreed: toRank.slice(0, 1),
  region_confirmed: toRank.slice(0, 2),
  city_ranked: toRank,
  recommended,
  reserve: [...toRank, 'keepInReserve'],
  accepted_upper: [...recommended, 'accept'],
  rejected_upper: [...recommended, 'refuse'],
  result_recorded: [...recommended, 'accept', 'record'],
  declined: ['decline'],
  withdrawn: ['agree', 'withdraw'],
  not_recommended: ['agree', 'drop'],
};

/** By upper track, in the order of its winners: of the first the quota is filled, so that some are in reserve; of the others the list is on its way. */
const states: Readonly<Record<string, Partial<Record<ReferralState, number>>>> = {
  modern_services: {
    recommended: 1,
    accepted_upper: 1,
    result_recorded: 1,
    rejected_upper: 1,
    reserve: 2,
    withdrawn: 1,
    declined: 1,
  },
  rural_revitalisation: { city_ranked: 2, region_confirmed: 1, agreed: 1, not_recommended: 1, nominated: 1 },
  silver_economy: { nominated: 1, agreed: 1 },
};

const listed = (counts: Partial<Record<ReferralState, number>>): ReferralState[] =>
  Object.entries(counts).flatMap(([state, n]) => Array.from({ length: n }, () => state as ReferralState));

type Winner = {
  entryId: string;
  personId: string;
  regionId: string;
  track: string;
  awardPlace: number;
  reference: string;
};

const winnersOf = (player: Player) =>
  sql<Winner>`select e.id as "entryId", e.leader_id as "personId", e.region_id as "regionId", e.track_code as track, e.reference,
      array_position(array['first', 'second', 'third'], a.level) - 1 as "awardPlace"
    from award a join entry e on e.id = a.entry_id
    where e.edition_id = ${pastEdition} and not exists (select from referral r where r.entry_id = e.id)
    order by 6, md5(e.region_id), e.title, e.id`.execute(player.home.db);

const own: readonly ReferralCommand[] = ['agree', 'decline', 'withdraw'];
const reasons: Partial<Record<ReferralCommand, string>> = {
  drop: '项目负责人变更，暂不推荐',
  refuse: '与往届参赛项目内容重复',
  record: '省级三等奖（演示）',
};

/** Winners in every state of a referral, with what each agreed to and by what it was put in order; rows alone. */
export async function seedReferralStates(player: Player, noticeId: string, now: number): Promise<void> {
  const { db, random } = player.home;
  const newId = (ms: number) => makeUuidV7(ms, random(10));
  const [{ rows }, percentiles] = await Promise.all([winnersOf(player), percentilesIn(db, pastEdition)]);
  const seats = new Map<string, number>();
  const places = new Map<string, number>();
  const counted = (map: Map<string, number>, track: string): number => {
    const n = (map.get(track) ?? 0) + 1;
    map.set(track, n);
    return n;
  };
  const made = Object.entries(states).flatMap(([track, counts]) => {
    const wanted = listed(counts);
    return rows
      .filter((row) => row.track === track)
      .slice(0, wanted.length)
      .map((winner, i) => {
        const state = wanted[i] as ReferralState;
        const road = referralRoads[state];
        const begunAt = instantAgo(now, 17, 0);
        const moves = road.map((move, step) => ({
          move,
          at: instantAgo(now, 14 - step * 2, step + 1),
          by: own.includes(move)
            ? winner.personId
            : move === 'confirm' || move === 'drop'
              ? personaId(winner.regionId === '141033' ? 'lead-puxian' : 'city')
              : personaId('city'),
        }));
        const percentile = percentiles.get(winner.entryId);
        return {
          ...winner,
          id: newId(begunAt),
          state,
          moves,
          begunAt,
          place: road.includes('rank') ? counted(places, track) : null,
          seat: road.includes('recommend') ? counted(seats, track) : null,
          ranked: road.includes('rank')
            ? {
                bp: percentile?.bp ?? null,
                n: percentile?.n ?? null,
                rank: percentile?.rank ?? null,
                small: percentile?.small ?? false,
                synthetic: percentile?.synthetic ?? false,
                awardPlace: winner.awardPlace,
                sameTrack: true,
                verifiedJobs: null,
                reference: winner.reference,
              }
            : null,
        };
      });
  });
  await insertAll(
    db,
    'subject',
    made.map(({ id, begunAt }) => ({ id, kind: referralLifecycle.name, created_at: at(begunAt) })),
  );
  await insertAll(
    db,
    'referral',
    made.map(({ id, state, moves, begunAt, entryId, personId, regionId, track, place, seat, ranked }) => ({
      id,
      state,
      waits: referralLifecycle.states[state].waits,
      version: moves.length + 1,
      changed_at: at(moves.at(-1)?.at ?? begunAt),
      notice_id: noticeId,
      entry_id: entryId,
      person_id: personId,
      region_id: regionId,
      track,
      live: referralLifecycle.states[state].live === true,
      place,
      seat,
      ranked: ranked === null ? null : json(ranked),
    })),
  );
  await insertAll(
    db,
    'move',
    made.flatMap(({ id, moves, regionId }) => {
      let from: ReferralState = referralLifecycle.initial;
      return moves.map(({ move, at: ms, by }, i) => {
        const { to } = referralLifecycle.moves[move];
        if (typeof to === 'function' || !referralLifecycle.moves[move].from.includes(from))
          throw new Error(`A referral does not ${move} in ${from}.`);
        const row = {
          subject_id: id,
          n: i + 2,
          move,
          from_state: from,
          to_state: to,
          by_person: by,
          at: at(ms),
          reason: reasons[move] ?? null,
          details: json({ regionId }),
        };
        from = to;
        return row;
      });
    }),
  );
  await insertAll(
    db,
    'consent',
    made.flatMap(({ id, personId, moves }, i) => {
      const agreed = moves.find(({ move }) => move === 'agree');
      if (!agreed) return [];
      return referralConsents
        .filter(({ required }) => required || i % 2 === 0)
        .map((text) => ({
          id: newId(agreed.at),
          subject_id: id,
          person_id: personId,
          kind: text.kind,
          text_version: text.version,
          shown: json(text),
          given_at: at(agreed.at),
        }));
    }),
  );
}
