import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { scopeColumns } from '../../../cloudfunctions/core/platform/grants';
import { knownFactsOf } from '../../../cloudfunctions/core/policies/facts/fact-rows';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { lyingInInboxes } from '../../support/inboxes';
import {
  agreed,
  confirmedReferral,
  keepShipped,
  knowOf,
  makeWinners,
  notice,
  openNotice,
  placeIn,
} from '../../support/referrals';
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

const codeOf = async (as: string, path: string, input: object) => {
  const { status, body } = await server.call(as, path, input);
  return body.ok ? status : body.error.code;
};
const refusalOf = async (as: string, path: string, input: object) => {
  const { body } = await server.call(as, path, input);
  return body.ok ? null : body.error;
};
type View = { state: string; version: number; explainedZh: string | null; moves: Array<{ move: string }> };
const view = (as: string, referralId: string) => server.ask<View>(as, 'referral/referral', { referralId });
const stateOf = async (referralId: string) => (await view('city', referralId)).state;
const moveBy = async (as: string, referralId: string, move: string, reason = '') => {
  const { version } = await view(as, referralId);
  return codeOf(as, 'referral/moveReferral', { referralId, version, move, reason });
};
async function toldOf(referralId: string): Promise<string[]> {
  await deliverWaiting(server.home, areas);
  const rows = await lyingInInboxes(server.db)
    .innerJoin('outbox as o', 'o.id', 'm.event_id')
    .select(['m.title', 'd.person_id'])
    .where('o.subject', '=', `referral:${referralId}`)
    .orderBy('m.id')
    .execute();
  return rows.map(({ title }) => title.replace('上级赛事推荐：', '')).sort();
}
type Nominee = {
  entryId: string;
  closed: string | null;
  eligibility: { verdict: string; reasons: Array<{ zh: string }> };
};
const nominee = async (as: string, entryId: string) =>
  (await server.ask<{ items: Nominee[] }>(as, 'referral/nominees')).items.find((item) => item.entryId === entryId);

test('a notice is entered, corrected and confirmed; without it nobody is named', async () => {
  const [winner] = await makeWinners(server);
  const entryId = winner?.entryId ?? '';
  expect(await codeOf('clerk-puxian-1', 'referral/nominate', { entryId })).toBe('REFERRAL_NO_NOTICE');
  const keep = (over: object) =>
    refusalOf('city', 'referral/keepNotice', { ...notice, quotas: [{ track: 'modern_services', quota: 3 }], ...over });
  expect(await keep({ closesOn: '2026-10-01' })).toMatchObject({ fields: { closesOn: '报送截止日不能早于通知日期' } });
  expect(await keep({ quotas: [{ track: 'juggling', quota: 1 }] })).toMatchObject({ code: 'REFERRAL_NO_SUCH_TRACK' });
  expect(await keep({})).toBeNull();
  expect(await keep({ docNo: '又一个文号' })).toMatchObject({ code: 'CASE_STALE' });
  expect(await codeOf('clerk-puxian-1', 'referral/nominate', { entryId })).toBe('REFERRAL_NO_NOTICE');
  expect(await nominee('clerk-puxian-1', entryId)).toMatchObject({ closed: '市级还没有核定上级赛事通知和名额' });
  expect(await codeOf('clerk-puxian-1', 'referral/keepNotice', { ...notice, quotas: [], version: 1 })).toBe(
    'FORBIDDEN',
  );
  await openNotice(server, [{ track: 'modern_services', quota: 4 }]);
  expect(await nominee('clerk-puxian-1', entryId)).toMatchObject({ closed: null });
  expect(await nominee('clerk-yaodu', entryId)).toBeUndefined();
});

test('who does not fit is not named, and why is said; nothing goes on before the person agrees; what is unknown is checked before a region confirms', async () => {
  const [old, unknown, absent] = await makeWinners(server, { count: 3, level: 'third' });
  if (!old || !unknown || !absent) throw new Error('Nobody won.');
  // To the day five years registered at the cut-off.
  await knowOf(server, old.personId, { registrationDate: '2021-11-24' });
  await server.db.updateTable('person').set({ openid: null }).where('id', '=', absent.personId).execute();
  expect(await refusalOf('clerk-puxian-1', 'referral/nominate', { entryId: old.entryId })).toMatchObject({
    code: 'REFERRAL_NOT_ELIGIBLE',
    message: expect.stringContaining('注册未满 5 年'),
  });
  expect(await codeOf('clerk-puxian-1', 'referral/nominate', { entryId: absent.entryId })).toBe(
    'REFERRAL_NOBODY_TO_ASK',
  );
  expect(await codeOf('clerk-yaodu', 'referral/nominate', { entryId: unknown.entryId })).toBe('NOT_FOUND');

  await server.db
    .updateTable('person_fact')
    .set({ ended_at: new Date(server.clock.now()) })
    .where('person_id', '=', unknown.personId)
    .where('fact', '=', 'upperWinnerBefore')
    .execute();
  const { referralId } = await server.ask<{ referralId: string }>('clerk-puxian-1', 'referral/nominate', {
    entryId: unknown.entryId,
  });
  expect(await codeOf('clerk-puxian-1', 'referral/nominate', { entryId: unknown.entryId })).toBe(
    'REFERRAL_NAMED_ALREADY',
  );
  // Asked and not answered is neither yes nor no.
  type Read = { eligibility: { reasons: Array<{ zh: string; verdict: string }> } };
  const unanswered = await server.ask<Read>('clerk-puxian-1', 'referral/referral', { referralId });
  expect(unanswered.eligibility.reasons.map(({ verdict }) => verdict)).toContain('asked');
  expect(unanswered.eligibility.reasons.map(({ verdict }) => verdict)).not.toContain('fail');
  expect(await moveBy('lead-puxian', referralId, 'confirm')).toBe('REFERRAL_MOVE_NOT_ALLOWED');
  expect(
    await codeOf(unknown.personId, 'referral/agree', { referralId, version: 1, consents: { 'referral.nation': true } }),
  ).toBe('FORM_CONSENT_FIRST');
  expect(await codeOf('entrant-new', 'referral/agree', { referralId, version: 1, consents: agreed })).toBe('NOT_FOUND');
  expect(await codeOf(unknown.personId, 'referral/agree', { referralId, version: 1, consents: agreed })).toBe(200);
  expect(await moveBy('clerk-puxian-1', referralId, 'confirm')).toBe('FORBIDDEN');
  const { version } = await view('lead-puxian', referralId);
  expect(
    await refusalOf('lead-puxian', 'referral/moveReferral', { referralId, version, move: 'confirm', reason: '' }),
  ).toMatchObject({
    code: 'REFERRAL_NOT_ELIGIBLE',
    message: '待核对：“没有在上级大赛得过奖”',
  });
  await knowOf(server, unknown.personId);
  expect(await moveBy('lead-puxian', referralId, 'confirm')).toBe(200);
  expect(await moveBy('city', referralId, 'release', '')).toBe('REFERRAL_REASON_MISSING');
  expect(await moveBy('city', referralId, 'release', '另有安排')).toBe(200);
  expect(await toldOf(referralId)).toEqual(['您的项目被提名推荐到上级赛事', '本次没有推荐'].sort());
  // What was let go may be named anew.
  expect(await nominee('clerk-puxian-1', unknown.entryId)).toMatchObject({ closed: null });
});

test('a track is put in order and its quota filled under the cap of a region; who leaves is followed by the reserve; results come back as facts', async () => {
  await server.db
    .insertInto('role_grant')
    .values({
      id: '01930000-0000-7000-8000-0000000000aa',
      person_id: personaId('clerk-yaodu'),
      role: 'regionLead',
      ...scopeColumns({ kind: 'region', regionId: '141002' }),
      given_by: null,
      given_at: new Date(server.clock.now()),
    })
    .execute();
  const own = await makeWinners(server, { count: 3, track: 'silver_economy' });
  const others = await makeWinners(server, { region: '141002', level: 'third', track: 'silver_economy' });
  await openNotice(server, [{ track: 'silver_economy', quota: 2 }]);
  await placeIn(
    server,
    own.map(({ entryId }) => entryId),
    '141033',
    [1, 2, 2],
  );
  const ids = [];
  for (const winner of own) ids.push(await confirmedReferral(server, winner));
  const yaodu = { clerk: 'clerk-yaodu', lead: 'clerk-yaodu' };
  for (const winner of others) ids.push(await confirmedReferral(server, winner, yaodu));
  const [, second = '', third = '', other = ''] = ids;
  const track = { track: 'silver_economy' };
  expect(await codeOf('city', 'referral/recommendTrack', track)).toBe('REFERRAL_RANK_FIRST');
  // An award was cancelled since it was confirmed: it is left out, and the city reads why.
  await knowOf(server, own[2]?.personId ?? '', { awardCancelled: true });
  expect(await server.ask('city', 'referral/rankTrack', track)).toMatchObject({
    ranked: 3,
    left: [{ zh: expect.stringContaining('不符合') }],
  });
  expect(await codeOf('city', 'referral/recommendTrack', track)).toBe('REFERRAL_RANK_FIRST');
  await knowOf(server, own[2]?.personId ?? '');
  await server.ask('city', 'referral/rankTrack', track);
  expect(await server.ask('city', 'referral/recommendTrack', track)).toEqual({ recommended: 2, reserve: 2 });
  // One of two comes from another region, whose award is lower: a quarter of two, rounded up, is one.
  expect(await Promise.all(ids.map(stateOf))).toEqual(['recommended', 'reserve', 'reserve', 'recommended']);
  expect((await view('city', second)).explainedZh).toContain(
    '3 个项目中第 2，百分位 33.33%；不足 5 个项目，不按百分位比较',
  );

  // The other region's leaves: nobody else waits but those of the first, so that its cap gives way.
  const { personId = '' } = others[0] ?? {};
  expect(await moveBy(personId, other, 'withdraw')).toBe(200);
  expect(await Promise.all(ids.map(stateOf))).toEqual(['recommended', 'recommended', 'reserve', 'withdrawn']);
  expect(await toldOf(second)).toEqual(['备选', '已推荐到上级赛事', '您的项目被提名推荐到上级赛事'].sort());
  // A consent that is withdrawn takes its referral out, and the next moves up.
  const consents = await server.ask<{ consents: Array<{ consentId: string; zh: string }> }>(
    own[0]?.personId ?? '',
    'rights/consents',
  );
  const given = consents.consents.find(({ zh }) => zh.includes('省级'));
  expect(await codeOf(own[0]?.personId ?? '', 'rights/withdrawConsent', { consentId: given?.consentId })).toBe(200);
  expect(await Promise.all(ids.map(stateOf))).toEqual(['withdrawn', 'recommended', 'recommended', 'withdrawn']);
  expect(await codeOf('city', 'referral/keepNotice', { ...notice, version: 99, quotas: [] })).toBe('CASE_STALE');
  const { notice: now } = await server.ask<{ notice: { version: number } }>('city', 'referral/board');
  expect(await server.ask('city', 'referral/board')).toMatchObject({ writes: true });
  expect(await server.ask('auditor', 'referral/board')).toMatchObject({ writes: false });
  expect(
    await refusalOf('city', 'referral/keepNotice', {
      ...notice,
      version: now.version,
      quotas: [{ track: 'silver_economy', quota: 1 }],
    }),
  ).toMatchObject({ fields: { silver_economy: '已推荐 2 个，不能少于 2' } });

  expect(await moveBy('city', second, 'refuse', '材料不齐')).toBe(200);
  expect(await moveBy('city', third, 'accept')).toBe(200);
  const { version } = await view('city', third);
  const record = { referralId: third, version, won: true, resultZh: '省级二等奖' };
  expect(await codeOf('lead-puxian', 'referral/recordResult', record)).toBe('FORBIDDEN');
  expect(await codeOf('city', 'referral/recordResult', record)).toBe(200);
  expect((await knownFactsOf(server.db, own[2]?.personId ?? '')).upperWinnerBefore).toMatchObject({
    value: true,
    source: 'staff',
    sourceZh: '第十三届省级创业大赛结果：省级二等奖',
  });
  expect(await toldOf(third)).toContain('上级赛事已有结果');
  expect(await toldOf(second)).toContain('上级赛事没有接收');
});

test('twenty at once neither overrun a quota nor leave a place empty', async () => {
  const winners = await makeWinners(server, { count: 6, track: 'rural_revitalisation' });
  await openNotice(server, [
    { track: 'rural_revitalisation', quota: 3 },
    { track: 'silver_economy', quota: 2 },
  ]);
  const ids: string[] = [];
  for (const winner of winners) ids.push(await confirmedReferral(server, winner));
  const track = { track: 'rural_revitalisation' };
  await server.ask('city', 'referral/rankTrack', track);
  await Promise.all(Array.from({ length: 10 }, () => server.call('city', 'referral/recommendTrack', track)));
  const count = async (state: string) => (await Promise.all(ids.map(stateOf))).filter((one) => one === state).length;
  expect([await count('recommended'), await count('reserve')]).toEqual([3, 3]);
  // Two leave while the city goes on filling.
  const leaving = await Promise.all(
    ids.map(async (id, i) => ({ id, personId: winners[i]?.personId ?? '', state: await stateOf(id) })),
  );
  await Promise.all([
    ...leaving
      .filter(({ state }) => state === 'recommended')
      .slice(0, 2)
      .map(({ id, personId }) => moveBy(personId, id, 'withdraw')),
    ...Array.from({ length: 6 }, () => server.call('city', 'referral/recommendTrack', track)),
  ]);
  expect([await count('recommended'), await count('reserve'), await count('withdrawn')]).toEqual([3, 1, 2]);
  const { rows } = {
    rows: await server.db
      .selectFrom('referral')
      .select(['seat'])
      .where('track', '=', 'rural_revitalisation')
      .where('seat', 'is not', null)
      .execute(),
  };
  expect(rows.map(({ seat }) => seat).sort()).toEqual([1, 2, 3]);
});
