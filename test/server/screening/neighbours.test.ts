import { submittedEntry } from '../../support/entry-factory';
import { insertEntryRows } from '../../support/entry-rows';
import { claimAs, decideAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

type Neighbours = { place: string | null; previous: string | null; next: string | null };

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const everything = { contestId: null, state: 'waiting', trackCode: null, claimed: 'any', overdue: false, q: '' };
const clerk = 'clerk-puxian-1';
const ask = (as: string, entryId: string, filter: object = {}, place: string | null = null) =>
  server.ask<Neighbours>(as, 'screening/neighbours', { filter: { ...everything, ...filter }, entryId, place });
const queueOf = async (as: string, filter: object = {}) => {
  const input = { filter: { ...everything, ...filter } };
  const { items } = await server.ask<{ items: Array<{ entryId: string }> }>(as, 'screening/queue', input);
  return items.map(({ entryId }) => entryId);
};

test.each([
  [clerk, {}],
  [clerk, { state: 'qualified' }],
  [clerk, { claimed: 'others' }],
  ['city', {}],
])('from one to the next and back, one meets the queue of %s as it is filtered %j', async (as, filter) => {
  await insertEntryRows(server.db, { count: 4, state: 'submitted', regionId: '141033' });
  await insertEntryRows(server.db, { count: 3, state: 'qualified', regionId: '141033' });
  await insertEntryRows(server.db, {
    count: 3,
    state: 'under_review',
    regionId: '141033',
    claimedBy: 'clerk-puxian-2',
  });
  await insertEntryRows(server.db, { count: 3, state: 'submitted', regionId: '141002' });
  const queue = await queueOf(as, filter);
  expect(queue.length).toBeGreaterThan(2);
  for (const [i, entryId] of queue.entries())
    expect(await ask(as, entryId, filter)).toEqual({
      place: expect.any(String),
      previous: queue[i - 1] ?? null,
      next: queue[i + 1] ?? null,
    });
});

test('once an entry was decided one goes on from where it stood; without its place from the top', async () => {
  const [first = ''] = await insertEntryRows(server.db, {
    count: 1,
    state: 'submitted',
    regionId: '141033',
    due: '2026-11-25',
  });
  const { entryId } = await submittedEntry(server);
  const [last = ''] = await insertEntryRows(server.db, {
    count: 1,
    state: 'submitted',
    regionId: '141033',
    due: '2026-12-20',
  });
  const { place, ...around } = await ask(clerk, entryId);
  expect(around).toEqual({ previous: first, next: last });
  const version = await claimAs(server, clerk, entryId);
  await decideAs(server, clerk, 'reject', { entryId, version, reason: '不符合条件' });
  expect(await ask(clerk, entryId, {}, place)).toEqual({ place, previous: first, next: last });
  expect(await ask(clerk, entryId)).toEqual({ place: null, previous: null, next: first });
});

test('of what one may not see no place is told, and a place belongs to its filter', async () => {
  const [theirs = ''] = await insertEntryRows(server.db, { count: 1, state: 'submitted', regionId: '141002' });
  const [draft = ''] = await insertEntryRows(server.db, { count: 1, state: 'draft', regionId: '141033' });
  const nothing = { place: null, previous: null, next: null };
  expect([await ask(clerk, theirs), await ask(clerk, draft)]).toEqual([nothing, nothing]);
  const { place } = await ask('clerk-yaodu', theirs);
  const other = { filter: { ...everything, overdue: true }, entryId: theirs, place };
  expect((await server.call('clerk-yaodu', 'screening/neighbours', other)).status).toBe(422);
  const stranger = { filter: { ...everything, contestId: 'LF-XH-2026-141002' }, entryId: theirs };
  expect((await server.call(clerk, 'screening/neighbours', stranger)).status).toBe(403);
});

type Section = { section: string; verdict: string; markVersion: number };

test('whatever was not read is found in order in one act; what was marked stays, and a fault refuses it', async () => {
  const { entryId } = await submittedEntry(server);
  const markAll = (as: string) => server.call(as, 'screening/markAll', { entryId });
  expect((await markAll(clerk)).body).toMatchObject({ error: { code: 'CASE_NOT_HELD' } });
  await claimAs(server, clerk, entryId);
  const mark = (verdict: string, markVersion: number) =>
    server.ask(clerk, 'screening/markSection', {
      entryId,
      section: 'project',
      markVersion,
      verdict,
      codes: [],
      comment: verdict === 'fault' ? '请写明产品' : '',
    });
  await mark('fault', 0);
  expect(await markAll(clerk)).toMatchObject({
    status: 422,
    body: { error: { code: 'SCREENING_FAULT_STANDS', message: '“项目情况”标为“需要补正”，不能全部标为无误' } },
  });
  await mark('ok', 1);
  expect((await markAll('clerk-puxian-2')).body).toMatchObject({ error: { code: 'CASE_HELD_BY_OTHER' } });
  const { sections } = await server.ask<{ sections: Section[] }>(clerk, 'screening/markAll', { entryId });
  expect(new Set(sections.map(({ verdict }) => verdict))).toEqual(new Set(['ok']));
  expect(sections.find(({ section }) => section === 'project')?.markVersion).toBe(2);
  const read = await server.ask<{ sections: Section[] }>(clerk, 'screening/review', { entryId });
  expect(read.sections).toEqual(sections);
  const rows = () => server.db.selectFrom('audit').select('data').where('act', '=', 'screening/markAll').execute();
  expect(await rows()).toHaveLength(1);
  await server.ask(clerk, 'screening/markAll', { entryId });
  expect(await rows()).toHaveLength(1);
});
