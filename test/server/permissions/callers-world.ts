import { here } from '../../../tools/docs/callers';
import type { TestServer } from '../../support/server';
import { makeWorld, type World } from '../../support/world';
import { makePeople, type People } from './matrix-people';

/** The world of every kind of caller: one leader, and in each team the same people. */
export type CallersWorld = World & { people: People };

/**
 * The world as the matrix and the fuzz ask about it.
 * @param region where it lies; there, the clerk and the lead at home are at work
 * @param track one of the region's contest
 */
export async function makeCallersWorld(
  server: TestServer,
  region = here,
  track = 'rural_revitalisation',
): Promise<CallersWorld> {
  const people = await makePeople(server);
  const id = (kind: keyof People): string => people[kind].personId;
  const team = {
    editors: [id('editor')],
    viewers: [id('viewer'), id('staffOnTeam'), id('leadOnTeam')],
    past: [id('formerMember'), id('staffOnceOnTeam')],
  };
  const world = await makeWorld(server, {
    region,
    track,
    leads: () => id('leader'),
    team: () => team,
    clerk: id(region === here ? 'staffHere' : 'staffElsewhere'),
    lead: id(region === here ? 'leadHere' : 'leadElsewhere'),
    anybody: id('stranger'),
    pause: 60_000,
  });
  return { ...world, people };
}
