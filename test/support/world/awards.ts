import { freshPerson } from '../entry-factory';
import { begunList, claimBy, claimCodeOf, pastAward } from '../past-awards';
import type { TestServer } from '../server';
import type { Cast } from './cast';

/** Awards of the edition that is over: one with a code out, one whose claim waits, one whose claim was confirmed; and a list of results that is begun. */
export type PastAwards = {
  list: { awardListId: string; entryId: string; reference: string };
  open: { awardId: string; code: string };
  waiting: { claimId: string; version: number };
  confirmed: { claimId: string; version: number };
};

export async function makePastAwards(server: TestServer, cast: Cast): Promise<PastAwards> {
  server.clock.pass(cast.pause);
  const winner = cast.leads('decided') ?? (await freshPerson(server));
  const coded = async () => {
    const awardId = await pastAward(server, cast.region);
    return { awardId, code: await claimCodeOf(server, cast.clerk, awardId) };
  };
  const claimed = async () => ({ claimId: await claimBy(server, winner, (await coded()).code), version: 1 });
  const waiting = await claimed();
  const confirmed = await claimed();
  await server.ask(cast.clerk, 'awards/confirmClaim', confirmed);
  return {
    list: await begunList(server, cast.region),
    open: await coded(),
    waiting,
    confirmed: { ...confirmed, version: 2 },
  };
}
