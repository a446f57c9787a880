import { sql } from 'kysely';
import type { OutboxEvent } from '../../../../cloudfunctions/core/platform/deliver';
import { referralListeners } from '../../../../cloudfunctions/core/referral/award-lost';
import { makeCall } from '../../../../cloudfunctions/core/rpc/call';
import { referralLifecycle } from '../../../../src/shared/referral/lifecycle';
import type { ReferralCommand } from '../../../../src/shared/referral/states';
import type { CallersWorld } from '../../permissions/callers-world';
import type { Stage } from '../stage';
import type { Ask, NounWalk, Standing } from '../walk-noun';

/** The leader's own, whom their region named for an upper contest. */
export function referralWalk(stage: Stage, { people, referrals }: CallersWorld): NounWalk {
  const { db } = stage;
  const track = 'modern_services';
  const moving =
    (kind: 'leader' | 'staffHere' | 'leadHere' | 'city', move: ReferralCommand): Ask =>
    ({ id, version }) =>
      stage.call(people[kind].personId, 'referral/moveReferral', { referralId: id, version, move, reason: '名单有变' });
  const seats = async (count: number) => {
    await sql`delete from referral_seat where track = ${track}`.execute(db);
    await sql`insert into referral_seat (notice_id, track, n)
      select ${referrals.noticeId}, ${track}, n from generate_series(1, ${count}) n`.execute(db);
  };
  const ofTrack =
    (name: 'rankTrack' | 'recommendTrack', quota?: number): Ask =>
    async ({ leadsOut }) => {
      if (leadsOut && quota !== undefined) await seats(quota);
      return stage.call(people.city.personId, `referral/${name}`, { track });
    };
  const byButton = {
    decline: 'leader',
    drop: 'staffHere',
    confirm: 'leadHere',
    release: 'city',
    accept: 'city',
    refuse: 'city',
    withdraw: 'leader',
  } as const;
  const elsewhere = {
    agree: ({ id, version }: Standing) =>
      stage.call(people.leader.personId, 'referral/agree', {
        referralId: id,
        version,
        consents: { 'referral.province': true },
      }),
    rank: ofTrack('rankTrack'),
    recommend: ofTrack('recommendTrack', 1),
    keepInReserve: ofTrack('recommendTrack', 0),
    record: ({ id, version }: Standing) =>
      stage.call(people.city.personId, 'referral/recordResult', {
        referralId: id,
        version,
        won: false,
        resultZh: '没有获奖',
      }),
  } satisfies Partial<Record<ReferralCommand, Ask>>;
  return {
    lifecycle: referralLifecycle,
    table: 'referral',
    areas: ['referral'],
    async begin() {
      // Nobody else waits in its track.
      await sql`update referral set live = false, state = 'declined', waits = null where track = ${track} and id <> ${referrals.asked}`.execute(
        db,
      );
      return referrals.asked;
    },
    asks: {
      ...Object.fromEntries(
        (Object.keys(byButton) as Array<keyof typeof byButton>).map((move) => [move, [moving(byButton[move], move)]]),
      ),
      ...Object.fromEntries(Object.entries(elsewhere).map(([move, ask]) => [move, [ask]])),
    },
    inVain: Object.fromEntries(
      (Object.keys(elsewhere) as ReferralCommand[]).map((move) => [
        move,
        [moving(move === 'agree' ? 'leader' : 'city', move)],
      ]),
    ),
    happens: {
      // Another of the track, who was recommended, leaves.
      async moveUp() {
        await seats(1);
        const { rows } = await sql<{
          id: string;
          version: number;
        }>`update referral set live = true, state = 'recommended',
            seat = 1, waits = 'organiser', person_id = ${people.editor.personId}
          where id = (select id from referral where track = ${track} and id <> ${referrals.asked} limit 1)
          returning id, version`.execute(db);
        const [other] = rows;
        await stage.ask(people.editor.personId, 'referral/moveReferral', {
          referralId: other?.id,
          version: other?.version,
          move: 'withdraw',
          reason: '',
        });
      },
      // It is heard that its award was cancelled.
      async loseAward({ id }) {
        const { rows } = await sql<{
          entryId: string;
          personId: string;
        }>`select entry_id as "entryId", person_id as "personId"
          from referral where id = ${id}`.execute(db);
        const call = makeCall(stage.home, db, null, stage.clock.now());
        const events = rows.map((payload) => ({ payload }) as unknown as OutboxEvent);
        for (const { event, hear } of referralListeners) if (event === 'award.cancelled') await hear(call, events);
      },
    },
    says: ['REFERRAL_NO_SUCH_MOVE', 'REFERRAL_NOBODY_TO_RANK', 'REFERRAL_NOBODY_TO_RECOMMEND', 'REFERRAL_RANK_FIRST'],
  };
}
