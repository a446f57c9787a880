import { sql } from 'kysely';
import { takeBack } from '../../../../cloudfunctions/core/awards/claims/decide-claim';
import { awardNoun } from '../../../../cloudfunctions/core/awards/moves';
import { begin } from '../../../../cloudfunctions/core/cases/begin';
import { move } from '../../../../cloudfunctions/core/cases/move';
import { makeCall } from '../../../../cloudfunctions/core/rpc/call';
import { currentEdition, pastEdition } from '../../../../cloudfunctions/core/seeds/editions';
import { awardLifecycle } from '../../../../src/shared/awards/award/lifecycle';
import type { AwardCommand, AwardState } from '../../../../src/shared/awards/award/states';
import { awardClaimLifecycle } from '../../../../src/shared/awards/award-claim/lifecycle';
import { awardListLifecycle } from '../../../../src/shared/awards/award-list/lifecycle';
import { editionLifecycle } from '../../../../src/shared/competition/edition/lifecycle';
import type { CallersWorld } from '../../permissions/callers-world';
import type { Stage } from '../stage';
import type { Ask, NounWalk, Standing } from '../walk-noun';

/** Awards, who claims them, lists of results, and editions. */
export function awardWalks(stage: Stage, world: CallersWorld): NounWalk[] {
  const { people, pastAwards, qualified, region } = world;
  const reason = '与报名记录不一致';
  const groundCall = () => {
    const { personId } = people.city;
    const actor = { personId, grants: [{ role: 'cityStaff', scope: { kind: 'all' } }] } as const;
    return makeCall(stage.home, stage.db, actor, stage.clock.now());
  };

  // Nothing announces or contests an award yet: the city does it by the ground's own hand.
  const byHand =
    (command: AwardCommand) =>
    async ({ id, version, state }: Standing) => {
      const award = { awardId: id, entryId: qualified.entryId, regionId: region, state: state as AwardState, version };
      await move(groundCall(), awardNoun, award, { command, version, input: { reason } });
    };
  const hands: AwardCommand[] = ['announce', 'object', 'uphold', 'confirm'];
  const award: NounWalk = {
    lifecycle: awardLifecycle,
    table: 'award',
    areas: ['awards', 'competition'],
    begin: () => {
      const row = { entry_id: qualified.entryId, edition_id: currentEdition, level: 'merit' };
      return begin(groundCall(), awardNoun, row, { entryId: qualified.entryId });
    },
    asks: {
      cancel: [
        ({ id, version }) => stage.call(people.city.personId, 'awards/cancelAward', { awardId: id, version, reason }),
      ],
    },
    happens: Object.fromEntries(hands.map((command) => [command, byHand(command)])),
  };

  const deciding =
    (kind: 'staffHere' | 'leadHere', name: string, more = {}): Ask =>
    ({ id, version }) =>
      stage.call(people[kind].personId, `awards/${name}Claim`, { claimId: id, version, ...more });
  const claim: NounWalk = {
    lifecycle: awardClaimLifecycle,
    table: 'award_claim',
    areas: ['awards', 'competition'],
    begin: async () => pastAwards.waiting.claimId,
    asks: {
      confirm: [deciding('staffHere', 'confirm')],
      refuse: [deciding('staffHere', 'refuse', { reason })],
      revoke: [deciding('leadHere', 'revoke', { reason })],
    },
    happens: {
      // With the account of its claimant alone.
      async withdraw({ id }) {
        const { person_id: personId } = await stage.db
          .selectFrom('award_claim')
          .select('person_id')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        await takeBack(makeCall(stage.home, stage.db, { personId, grants: [] }, stage.clock.now()), id);
      },
    },
  };

  const list: NounWalk = {
    lifecycle: awardListLifecycle,
    table: 'award_list',
    areas: ['awards', 'competition'],
    async begin() {
      // One official may confirm what they proposed.
      await sql`update edition set blueprint = blueprint || '{"awardSecond": "none"}' where id = ${pastEdition}`.execute(
        stage.db,
      );
      return pastAwards.list.awardListId;
    },
    asks: Object.fromEntries(
      Object.keys(awardListLifecycle.moves).map((name): [string, Ask[]] => [
        name,
        [
          ({ id, version }) =>
            stage.call(people.city.personId, 'awards/moveAwardList', { awardListId: id, version, move: name, reason }),
        ],
      ]),
    ),
    happens: {},
  };

  const publish = (editionId: string, version: number) =>
    stage.call(people.city.personId, 'competition/publishEdition', { editionId, version });
  const edition: NounWalk = {
    lifecycle: editionLifecycle,
    table: 'edition',
    areas: ['awards', 'competition'],
    column: 'status',
    begin: async () => world.drafted.editionId,
    asks: { publish: [({ id, version }) => publish(id, version)] },
    happens: {
      // The next one is published, as it was confirmed for this one.
      async end({ id }) {
        const { editionId } = await stage.ask<{ editionId: string }>(people.city.personId, 'competition/makeEdition', {
          from: id,
        });
        await sql`delete from edition_part where edition_id = ${editionId}`.execute(stage.db);
        await sql`insert into edition_part (edition_id, part, data, version, confirmed_version, saved_at, saved_by)
          select ${editionId}, part, data, version, version, saved_at, saved_by from edition_part where edition_id = ${id}`.execute(
          stage.db,
        );
        // One a year.
        await sql`update edition set year = 2099 where id = ${id}`.execute(stage.db);
        await publish(editionId, 1);
      },
    },
    says: ['COMPETITION_EDITION_PUBLISHED'],
  };

  return [award, claim, list, edition];
}
