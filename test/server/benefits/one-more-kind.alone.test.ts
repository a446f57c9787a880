import '../../support/kinds/with-one-more';

import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting, makeTick } from '../../../cloudfunctions/core/line/tick';
import { idNumber, moveOn } from '../../support/applications';
import { freshPerson } from '../../support/entry-factory';
import { lyingInInboxes } from '../../support/inboxes';
import { keepShipped } from '../../support/referrals';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
  await keepShipped(server, 'sx-small-firm-post');
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const kind = 'utility-relief';
const desk = 'loan-puxian';
const phone = '19900001234';
const codeOf = async (as: string, path: string, input: object) => {
  const { status, body } = await server.call(as, path, input);
  return body.ok ? status : body.error.code;
};
const save = (as: string, applicationId: string, section: string, version: number, data: object, sealed?: object) =>
  codeOf(as, 'benefits/saveApplication', { applicationId, section, version, data, ...(sealed && { sealed }) });
const stateOf = async (as: string, applicationId: string) =>
  (await server.ask<{ stateZh: string }>(as, 'benefits/application', { applicationId })).stateZh;

async function filledBy(person: string, hired: number): Promise<string> {
  const { applicationId } = await server.ask<{ applicationId: string }>(person, 'benefits/beginApplication', {
    kind,
    regionId: '141033',
  });
  await server.ask(person, 'benefits/agree', { applicationId, consents: { 'utility-relief.hr': true } });
  expect(await save(person, applicationId, 'person', 0, { name: '王小明' }, { idNumber, phone })).toBe(200);
  expect(await save(person, applicationId, 'bill', 0, { hired })).toBe(200);
  return applicationId;
}

async function toldOf(applicationId: string): Promise<string[]> {
  await deliverWaiting(server.home, areas);
  const rows = await lyingInInboxes(server.db)
    .innerJoin('outbox as o', 'o.id', 'm.event_id')
    .select(['m.notice'])
    .distinct()
    .where('o.subject', '=', `${kind}:${applicationId}`)
    .execute();
  return rows.map(({ notice }) => notice).sort();
}

test('one more kind is one file and one line: applied for, judged, sent back, handed in anew, decided, told of', async () => {
  const person = await freshPerson(server);
  const applicationId = await filledBy(person, 0);
  // Its own policy judges it, in words.
  expect(await moveOn(server, person, applicationId, 'ask')).toBe('BENEFITS_NOT_ELIGIBLE');
  await save(person, applicationId, 'bill', 1, { hired: 2 });
  expect(await moveOn(server, person, applicationId, 'ask')).toBe(200);
  expect(await moveOn(server, 'loan-yaodu', applicationId, 'grant').catch(() => 404)).toBe(404);

  const { items } = await server.ask<{ items: Array<{ applicationId: string; nameZh: string; holderZh: string }> }>(
    desk,
    'benefits/queue',
  );
  expect(items).toMatchObject([{ applicationId, nameZh: '王小明', holderZh: '蒲县人社窗口' }]);
  const faults = [{ section: 'bill', text: '请核对人数' }];
  expect(await moveOn(server, desk, applicationId, 'sendBack', { faults })).toBe(200);
  // Only what was found wrong is open.
  expect(await save(person, applicationId, 'person', 1, { name: '李汾川' })).toBe('FORM_SECTION_CLOSED');
  expect(await save(person, applicationId, 'bill', 2, { hired: 3 })).toBe(200);
  expect(await moveOn(server, person, applicationId, 'ask')).toBe(200);
  expect(await moveOn(server, desk, applicationId, 'grant')).toBe(200);
  expect(await stateOf(person, applicationId)).toBe('已减免');
  expect(await toldOf(applicationId)).toEqual([
    'application.decided',
    'application.returned',
    'application.submitted',
    'application.submitted.desk',
  ]);
});

test('one is refused with a reason, one lapses by the clock, one is withdrawn with its consent; all are handed out and erased', async () => {
  const person = await freshPerson(server);
  const refused = await filledBy(person, 1);
  await moveOn(server, person, refused, 'ask');
  expect(await moveOn(server, desk, refused, 'refuse')).toBe('UTILITY_RELIEF_REASON_MISSING');
  expect(await moveOn(server, desk, refused, 'refuse', { reason: '不在减免范围' })).toBe(200);

  const lapsing = await filledBy(person, 1);
  await moveOn(server, person, lapsing, 'ask');
  await moveOn(server, desk, lapsing, 'sendBack', { faults: [{ section: 'bill', text: '请核对' }] });
  const before = server.clock.now();
  server.clock.set(before + 30 * 86_400_000 - 60_000);
  await makeTick(server.home, areas)();
  server.clock.set(before);
  expect(await stateOf(person, lapsing)).toBe('已失效');

  const withdrawn = await filledBy(person, 1);
  await moveOn(server, person, withdrawn, 'ask');
  const { consents } = await server.ask<{
    consents: Array<{ consentId: string; withdrawnAt: string | null; refusedZh: string | null }>;
  }>(person, 'rights/consents');
  const newest = await server.db
    .selectFrom('consent')
    .select('id')
    .where('subject_id', '=', withdrawn)
    .executeTakeFirstOrThrow();
  expect(consents.map(({ consentId }) => consentId)).toContain(newest.id);
  expect(await codeOf(person, 'rights/withdrawConsent', { consentId: newest.id })).toBe(200);
  expect(await stateOf(person, withdrawn)).toBe('已撤回');

  const { base64 } = await server.ask<{ base64: string }>(person, 'rights/handOut', { format: 'json' });
  const handed = Buffer.from(base64, 'base64').toString();
  expect(['水电费减免', '未减免', '已撤回', '已失效'].filter((word) => !handed.includes(word))).toEqual([]);

  await server.ask(person, 'rights/leave', { agreed: true });
  await makeTick(server.home, areas)();
  const ids = [refused, lapsing, withdrawn];
  const rows = await server.db.selectFrom('application').select(['details']).where('id', 'in', ids).execute();
  expect(rows.map(({ details }) => details)).toEqual([{}, {}, {}]);
  const sealed = await server.db.selectFrom('sealed_value').select('field').where('subject_id', 'in', ids).execute();
  const sections = await server.db.selectFrom('section').select('section').where('subject_id', 'in', ids).execute();
  expect([sealed, sections]).toEqual([[], []]);
});
