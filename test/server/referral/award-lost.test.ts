import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { lyingInInboxes } from '../../support/inboxes';
import { confirmedReferral, keepShipped, knowOf, makeWinners, openNotice, placeIn } from '../../support/referrals';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await keepShipped(server, 'referral');
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type View = { state: string; version: number; timeline: Array<{ zh: string; byZh: string; reason: string | null }> };
const view = (as: string, referralId: string) => server.ask<View>(as, 'referral/referral', { referralId });
const stateOf = async (referralId: string) => (await view('city', referralId)).state;

/** The events are told; what follows from them, too. */
async function toldOf(referralId: string): Promise<string[]> {
  for (let i = 0; i < 2; i += 1) await deliverWaiting(server.home, areas);
  const rows = await lyingInInboxes(server.db)
    .innerJoin('outbox as o', 'o.id', 'm.event_id')
    .select('m.title')
    .where('o.subject', '=', `referral:${referralId}`)
    .execute();
  return rows.map(({ title }) => title.replace('上级赛事推荐：', ''));
}

test('an award that stands no more is recommended no further: what goes on ends with its reason, its place goes to the reserve, and nobody moves it up meanwhile', async () => {
  const track = { track: 'silver_economy' };
  const [gone, next, late] = await makeWinners(server, { count: 3, ...track });
  await openNotice(server, [{ ...track, quota: 1 }]);
  await placeIn(
    server,
    [gone, next, late].map((one) => one?.entryId ?? ''),
    '141033',
    [1, 2, 3],
  );
  const ids: string[] = [];
  for (const winner of [gone, next, late]) if (winner) ids.push(await confirmedReferral(server, winner));
  const [first = '', second = '', third = ''] = ids;
  await server.ask('city', 'referral/rankTrack', track);
  await server.ask('city', 'referral/recommendTrack', track);
  expect(await Promise.all(ids.map(stateOf))).toEqual(['recommended', 'reserve', 'reserve']);
  const cancel = async (entryId = '') => {
    const { id, version } = await server.db
      .selectFrom('award')
      .select(['id', 'version'])
      .where('entry_id', '=', entryId)
      .executeTakeFirstOrThrow();
    await server.ask('city', 'awards/cancelAward', { awardId: id, version, reason: '材料不实' });
  };
  // Of the second it became known that it does not fit any more: the third has the place that the first leaves.
  await knowOf(server, next?.personId ?? '', { awardCancelled: true });
  const { version } = await view('city', first);
  const leave = { referralId: first, version, move: 'withdraw', reason: '' };
  await server.ask(gone?.personId ?? '', 'referral/moveReferral', leave);
  expect(await Promise.all(ids.map(stateOf))).toEqual(['withdrawn', 'reserve', 'recommended']);
  await cancel(next?.entryId);
  expect(await toldOf(second)).toContain('本次没有推荐');
  await cancel(late?.entryId);
  expect(await toldOf(third)).toContain('本次没有推荐');
  expect(await Promise.all(ids.map(stateOf))).toEqual(['withdrawn', 'not_recommended', 'not_recommended']);
  const { timeline } = await view(late?.personId ?? '', third);
  expect(timeline.at(-1)).toMatchObject({ zh: '奖项不再有效，不再推荐', byZh: '系统', reason: '奖项已取消' });
  const seats = await server.db
    .selectFrom('referral')
    .select(['id', 'seat'])
    .where('id', 'in', ids)
    .where('seat', 'is not', null)
    .execute();
  expect(seats).toEqual([]);
});
