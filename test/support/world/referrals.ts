import { pastEdition } from '../../../cloudfunctions/core/seeds/editions';
import { insertAwards } from '../award-rows';
import { submittedEntry } from '../entry-factory';
import { agreed, keepShipped, knowOf, makeWinners, openNotice, type Winner } from '../referrals';
import type { TestServer } from '../server';

export type Referrals = {
  noticeId: string;
  noticeVersion: number;
  /** In which one waits to be recommended. */
  track: string;
  /** Of a winner whom nobody has named. */
  openEntry: string;
  /** The leader's, who is asked. */
  asked: string;
  /** The leader's, taken by the upper contest; with what was handed in. */
  taken: { referralId: string; version: number };
};

type Cast = { leader: string; clerk: string; lead: string; city: string; region: string };

/** An award for an entry that was really handed in. */
export async function handedInWinner(
  server: TestServer,
  { leader, region, track }: { leader: string; region: string; track: string },
): Promise<Winner> {
  const { entryId } = await submittedEntry(server, { leader, region, track, group: 'start_up' });
  await server.db
    .updateTable('entry')
    .set({
      edition_id: pastEdition,
      contest_id: `${pastEdition}-${region}`,
      state: 'qualified',
      waits: null,
      claimed_by: null,
    })
    .where('id', '=', entryId)
    .execute();
  await insertAwards(server, [entryId], 'first');
  await knowOf(server, leader);
  return { entryId, personId: leader };
}

/** Referrals as the matrix asks about them: one for every procedure. */
export async function makeReferrals(server: TestServer, cast: Cast): Promise<Referrals> {
  const { leader, clerk, lead, city, region } = cast;
  const track = region === 'LFEDZ' ? 'advanced_manufacturing' : 'silver_economy';
  await keepShipped(server, 'referral');
  await server.db.updateTable('person').set({ openid: 'openid-of-leader' }).where('id', '=', leader).execute();
  const of = (more: object) => ({ region, ...more });
  const [open, asked, confirmed] = await makeWinners(server, of({ count: 3, track: 'modern_services' }));
  const [ranked] = await makeWinners(server, of({ track }));
  const taken = await handedInWinner(server, { leader, region, track });
  if (!open || !asked || !confirmed || !ranked) throw new Error('Nobody won.');
  await server.db.updateTable('entry').set({ leader_id: leader }).where('id', '=', asked.entryId).execute();
  const noticeId = await openNotice(server, [{ track, quota: 4 }], city);
  const name = async ({ entryId }: Winner) =>
    (await server.ask<{ referralId: string }>(clerk, 'referral/nominate', { entryId })).referralId;
  const confirm = async (winner: Winner): Promise<string> => {
    const referralId = await name(winner);
    await server.ask(winner.personId, 'referral/agree', { referralId, version: 1, consents: agreed });
    await server.ask(lead, 'referral/moveReferral', { referralId, version: 2, move: 'confirm', reason: '' });
    return referralId;
  };
  const referralId = await confirm(taken);
  await server.ask(city, 'referral/rankTrack', { track });
  await server.ask(city, 'referral/recommendTrack', { track });
  await server.ask(city, 'referral/moveReferral', { referralId, version: 5, move: 'accept', reason: '' });
  await confirm(ranked);
  await server.ask(city, 'referral/rankTrack', { track });
  await confirm(confirmed);
  const askedId = await name({ ...asked, personId: leader });
  await server.db.updateTable('person').set({ openid: null }).where('id', '=', leader).execute();
  return {
    noticeId,
    noticeVersion: 2,
    track,
    openEntry: open.entryId,
    asked: askedId,
    taken: { referralId, version: 6 },
  };
}
