import { areas } from '../../../cloudfunctions/core/areas';
import { forgetOldRows } from '../../../cloudfunctions/core/platform/retention';
import { makeSecurityLog } from '../../../cloudfunctions/core/platform/security-log';
import { makeServe } from '../../../cloudfunctions/core/rpc/serve';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { submittedEntry } from '../../support/entry-factory';
import { claimAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  await server.close();
});

const clerk = 'clerk-puxian-1';
const nobody = '01930000-0000-7000-8000-0000000000ff';
const day = 86_400_000;
const rows = async () => {
  const found = await server.db.selectFrom('security_event').selectAll().orderBy('at').orderBy('id').execute();
  return found.map(({ person_id, act, outcome, times }) => [person_id, act, outcome, times]).sort(byWords);
};
/** Several stand at one instant. */
const byWords = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : 1);

test('signing in and out, openings with their alarm, and files opened by staff stand in it, without any value', async () => {
  const entry = await submittedEntry(server);
  const { id: uploadId } = await server.db.selectFrom('upload').select('id').executeTakeFirstOrThrow();
  await server.ask(entry.leader, 'entry/openMaterial', { uploadId });
  expect(await rows()).toEqual([]);
  await server.ask(null, 'people/signInAs', { persona: clerk });
  await server.call(null, 'people/signInAs', { persona: 'nobody' });
  await claimAs(server, clerk, entry.entryId);
  await server.ask(clerk, 'entry/openMaterial', { uploadId });
  for (let i = 0; i < 15; i += 1)
    await server.ask(clerk, 'screening/reveal', { entryId: entry.entryId, field: 'leader.phone' });
  await server.ask(clerk, 'people/signOut');
  const me = personaId(clerk);
  expect(await rows()).toEqual(
    [
      [me, 'people/signInAs', 'OK', 1],
      [null, 'people/signInAs', 'PEOPLE_NO_SUCH_PERSONA', 1],
      [me, 'entry/openMaterial', 'OK', 1],
      ...Array.from({ length: 15 }, () => [me, 'screening/reveal', 'OK', 1]),
      [me, 'openings.alarm', 'OK', 1],
      [me, 'people/signOut', 'OK', 1],
    ].sort(byWords),
  );
  const all = JSON.stringify(await server.db.selectFrom('security_event').selectAll().execute());
  expect(all).not.toContain('19900008000');
  expect(all).toContain('"caller":"test"');
  expect(server.faults).toEqual([]);
});

test('what is refused to staff, a session that is none, and a key used for something else stand in it; an entrant’s own wrong turns do not', async () => {
  await server.call(clerk, 'people/listFeedback', { answered: false });
  await server.call(clerk, 'screening/review', { entryId: nobody });
  await server.call('entrant-new', 'people/listFeedback', { answered: false });
  await server.call(null, 'people/me');
  const credential = { kind: 'session', token: 'made-up' } as const;
  await server.serve({ path: 'people/me', read: async () => ({}), key: null, credential, caller: 'test' });
  await server.ask('entrant-new', 'people/updateSettings', { elderMode: true }, 'one-key-1');
  await server.call('entrant-new', 'people/updateSettings', { elderMode: false }, 'one-key-1');
  expect(await rows()).toEqual(
    [
      [personaId(clerk), 'people/listFeedback', 'FORBIDDEN', 1],
      [personaId(clerk), 'screening/review', 'NOT_FOUND', 1],
      [null, 'people/me', 'UNAUTHENTICATED', 1],
      [personaId('entrant-new'), 'people/updateSettings', 'KEY_REUSED', 1],
    ].sort(byWords),
  );
});

test('too many calls are one row with their number, written beside the answers; no call fails when it cannot be written', async () => {
  const serve = makeServe({ ...server.home, runsOn: true }, areas);
  const call = () =>
    serve({ path: 'no/such', read: async () => ({}), key: null, credential: { kind: 'none' }, caller: 'flood' });
  for (let i = 0; i < 6010; i += 1) await call();
  expect(await rows()).toEqual([]);
  await serve.settle();
  expect(await rows()).toEqual([[null, 'unknown', 'RATE_LIMITED', 10]]);

  const log = makeSecurityLog(server.home);
  const event = { personId: null, act: 'people/me', outcome: 'FORBIDDEN', address: 'test', at: server.clock.now() };
  for (let i = 0; i < 600; i += 1) log.note({ ...event, act: `act-${i}` });
  await log.settle();
  expect(await rows()).toHaveLength(501);
  expect(server.faults).toEqual([{ lost: 100 }]);
  await server.db.schema.alterTable('security_event').renameTo('gone').execute();
  const answer = await server.call(clerk, 'people/listFeedback', { answered: false });
  expect(answer.status).toBe(403);
  expect(server.faults).toHaveLength(2);
});

test('the auditor reads it by act, person and day, newest first in pages; it is kept a year', async () => {
  for (const persona of [clerk, 'city']) {
    for (let i = 0; i < 11; i += 1) {
      server.clock.pass(1000);
      await server.ask(null, 'people/signInAs', { persona });
    }
  }
  type Page = { items: Array<Record<string, unknown>>; next: string | null };
  const read = (input: object = {}) => server.ask<Page>('auditor', 'people/securityLog', input);
  const first = await read();
  expect(first.items).toHaveLength(20);
  expect(first.items[0]).toMatchObject({
    personId: personaId('city'),
    actZh: '演示身份登录',
    outcomeZh: '成功',
    address: 'test',
    times: 1,
  });
  const second = await read({ cursor: first.next });
  expect([second.items.length, second.next]).toEqual([2, null]);
  expect((await read({ personId: personaId(clerk) })).items).toHaveLength(11);
  expect((await read({ act: 'people/signOut' })).items).toEqual([]);
  expect((await read({ day: '2026-11-24', act: 'people/signInAs' })).items).toHaveLength(20);
  expect((await read({ day: '2026-11-25' })).items).toEqual([]);
  const wrong = await server.call('auditor', 'people/securityLog', { act: 'people/signOut', cursor: first.next });
  expect(wrong.body).toMatchObject({ ok: false, error: { code: 'CURSOR_OUTDATED' } });
  expect((await server.call('city', 'people/securityLog')).status).toBe(403);

  server.clock.pass(365 * day);
  await forgetOldRows(
    server.home,
    areas.flatMap((area) => area.retention ?? []),
  );
  expect((await rows()).length).toBeGreaterThan(20);
  server.clock.pass(day + 1000);
  await forgetOldRows(
    server.home,
    areas.flatMap((area) => area.retention ?? []),
  );
  expect((await rows()).filter(([, act]) => act === 'people/signInAs')).toEqual([]);
});
