import { sql } from 'kysely';
import { areas } from '../../../cloudfunctions/core/areas';
import { deliverWaiting } from '../../../cloudfunctions/core/line/tick';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import { filledDraft, freshIdNumber, freshPerson, freshUscc, submittedEntry } from '../../support/entry-factory';
import { lyingInInboxes } from '../../support/inboxes';
import { claimAs, decideAs, readAll, returnAs } from '../../support/review-acts';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeEach(async () => {
  server = await freshServer();
});
afterEach(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
type Entry = { entryId: string; leader: string };
type Sections = { sections: Array<{ section: string; version: number; data: Record<string, unknown> }> };

/** Types anew in a part of the form, on top of what stands in it. */
async function type(entry: Entry, section: string, data: object, sealed?: object): Promise<void> {
  server.clock.pass(60_000);
  const { sections } = await server.ask<Sections>(entry.leader, 'entry/get', { entryId: entry.entryId });
  const found = sections.find((one) => one.section === section);
  await server.ask(entry.leader, 'entry/saveSection', {
    entryId: entry.entryId,
    section,
    version: found?.version,
    data: { ...found?.data, ...data },
    ...(sealed && { sealed }),
  });
}

const queueOf = (state: string, q = '') =>
  server.ask<{ items: Array<Record<string, unknown>> }>(clerk, 'screening/queue', {
    filter: { contestId: null, state, trackCode: null, claimed: 'any', overdue: false, q },
  });

const resubmit = async (entry: Entry): Promise<number> => {
  const { version } = await server.ask<{ version: number }>(entry.leader, 'entry/get', { entryId: entry.entryId });
  return (await server.ask<{ version: number }>(entry.leader, 'entry/resubmit', { entryId: entry.entryId, version }))
    .version;
};

test('a correction that is being typed is nowhere in what staff read, until it is sent', async () => {
  const entry = await submittedEntry(server, { group: 'start_up' });
  await returnAs(server, clerk, entry.entryId, {
    project: { comment: '请改' },
    leader: { comment: '请改' },
    entity: { comment: '请改' },
  });
  const staffRead = async () =>
    JSON.stringify([
      await server.ask(clerk, 'screening/review', { entryId: entry.entryId }),
      await server.ask(clerk, 'entry/receipt', { entryId: entry.entryId }),
      await queueOf('returned'),
    ]);
  const before = await staffRead();
  const tooOld = freshIdNumber('20150101');
  await type(entry, 'project', { title: '还没提交的名称', trackCode: 'modern_services', groupCode: 'growth' });
  await type(entry, 'entity', { registrationDate: '2010-01-01', uscc: freshUscc() });
  await type(entry, 'leader', { name: '李小红' }, { idNumber: tooOld, phone: '19900008765' });
  await server.ask(entry.leader, 'entry/giveConsents', {
    entryId: entry.entryId,
    sensitive: true,
    publicDisplay: true,
  });
  expect(await staffRead()).toBe(before);
  expect((await queueOf('returned', '还没提交')).items).toEqual([]);
  const counted = await sql<{ track: string }>`select track_code as track from entry_count where state = 'returned'
    group by 1 having sum(delta) <> 0`.execute(server.db);
  expect(counted.rows).toEqual([{ track: 'rural_revitalisation' }]);

  await type(entry, 'leader', {}, { idNumber: freshIdNumber() });
  await type(entry, 'project', { groupCode: 'start_up' });
  await type(entry, 'entity', { registrationDate: '2025-03-03' });
  await type(entry, 'declaration', { typedName: '李小红' });
  await resubmit(entry);
  const [row] = (await queueOf('resubmitted', '还没提交')).items;
  expect(row).toMatchObject({ entryId: entry.entryId, title: '还没提交的名称', trackZh: '现代服务' });
});

test('a sealed value is opened as it was submitted, whatever was typed since', async () => {
  const entry = await submittedEntry(server);
  await returnAs(server, clerk, entry.entryId, { leader: { comment: '请改' } });
  await type(entry, 'leader', {}, { phone: '19900008765' });
  await resubmit(entry);
  await claimAs(server, clerk, entry.entryId);
  // As if it had been typed by another way into the form: nothing but the submission is opened.
  await server.db.deleteFrom('sealed_value').where('subject_id', '=', entry.entryId).execute();
  const open = (field: string) => server.call(clerk, 'screening/reveal', { entryId: entry.entryId, field });
  expect((await open('leader.phone')).body).toEqual({ ok: true, data: { value: '19900008765' } });
  // A copy opens in its own submission only.
  await sql`update snapshot_sealed v set sealed = o.sealed from snapshot_sealed o
    where v.subject_id = o.subject_id and v.n = 2 and o.n = 1 and v.field = o.field`.execute(server.db);
  expect((await open('leader.phone')).status).toBe(500);
  expect(server.faults.splice(0)).toHaveLength(1);
});

test('of an entry that was taken back staff see its number, where it stands and how to reach its leader', async () => {
  const entry = await submittedEntry(server, { title: '山里的蜂蜜' });
  const files = await server.db
    .selectFrom('upload')
    .select('id')
    .where('subject_id', '=', entry.entryId)
    .executeTakeFirstOrThrow();
  const openFile = async (as: string) => (await server.call(as, 'entry/openMaterial', { uploadId: files.id })).status;
  expect(await openFile(clerk)).toBe(200);
  await server.ask(entry.leader, 'entry/recall', { entryId: entry.entryId, version: entry.version });
  await type(entry, 'project', { title: '改了的名称' });
  const seen = await server.ask<Record<string, unknown>>(clerk, 'screening/review', { entryId: entry.entryId });
  expect(seen).toMatchObject({
    title: '已撤回的项目',
    reference: entry.reference,
    stateZh: '草稿',
    contact: { nameZh: '王小明', phoneMasked: '199****8000' },
    sections: [],
    members: [],
    materials: [],
    eligibility: [],
    timeline: [],
    moves: [],
  });
  expect(JSON.stringify(seen)).not.toMatch(/山里的蜂蜜|改了的名称|核桃/);
  expect([await openFile(clerk), await openFile(entry.leader)]).toEqual([404, 200]);
  expect((await server.call(clerk, 'entry/receipt', { entryId: entry.entryId })).status).toBe(404);
  expect((await server.call(clerk, 'screening/reveal', { entryId: entry.entryId, field: 'leader.phone' })).status).toBe(
    403,
  );
  const batch = await server.ask(clerk, 'screening/batchPreview', { move: 'claim', entryIds: [entry.entryId] });
  expect(JSON.stringify(batch)).not.toContain('名称');
});

test('a corrected entry that was taken back again is shut in the same way, and not found by its title', async () => {
  const entry = await submittedEntry(server, { title: '山里的蜂蜜' });
  await returnAs(server, clerk, entry.entryId, { project: { comment: '请改' } });
  await type(entry, 'project', { title: '改了的名称' });
  const version = await resubmit(entry);
  await server.ask(entry.leader, 'entry/recall', { entryId: entry.entryId, version });
  const seen = await server.ask<Record<string, unknown>>(clerk, 'screening/review', { entryId: entry.entryId });
  expect(seen).toMatchObject({ title: '已撤回的项目', sections: [], materials: [] });
  expect((await queueOf('returned', '名称')).items).toEqual([]);
  expect((await queueOf('returned')).items).toEqual([
    expect.objectContaining({ title: '已撤回的项目', reference: entry.reference, trackZh: '', groupZh: '' }),
  ]);
});

test('staff read the latest submission and no earlier one; the team reads all of its own', async () => {
  const entry = await submittedEntry(server);
  await returnAs(server, clerk, entry.entryId, { project: { comment: '请改' } });
  await type(entry, 'project', { title: '改了的名称' });
  await resubmit(entry);
  const receipt = async (as: string, n?: number) =>
    (await server.call(as, 'entry/receipt', { entryId: entry.entryId, ...(n && { n }) })).status;
  expect([await receipt(clerk), await receipt(clerk, 2), await receipt(clerk, 1)]).toEqual([200, 200, 404]);
  expect([await receipt(entry.leader, 1), await receipt(entry.leader, 2)]).toEqual([200, 200]);
});

test('a team is told in its own words what stands in the way, and never of a silent move', async () => {
  const entry = await submittedEntry(server);
  const claimed = await claimAs(server, clerk, entry.entryId);
  await server.ask(clerk, 'screening/release', { entryId: entry.entryId, version: claimed });
  const stale = await server.call(entry.leader, 'entry/recall', { entryId: entry.entryId, version: entry.version });
  expect(stale.status).toBe(409);
  expect(JSON.stringify(stale)).toContain('已提交，等待审核');
  expect(JSON.stringify(stale)).not.toMatch(/放回|交回|待受理|蒲县审核人员一/);
  const version = await claimAs(server, clerk, entry.entryId);
  const other = await server.call('clerk-puxian-2', 'screening/claim', {
    entryId: entry.entryId,
    version: version - 1,
  });
  expect(JSON.stringify(other)).toContain('蒲县审核人员一');
  const wrong = await server.call(clerk, 'screening/reopen', { entryId: entry.entryId, version, reason: '再看' });
  expect(wrong.status).toBe(403);
  await readAll(server, clerk, entry.entryId);
  const done = await decideAs(server, clerk, 'approve', { entryId: entry.entryId, version });
  const again = await server.call(clerk, 'screening/approve', { entryId: entry.entryId, version: done.version });
  expect(again.status).toBe(422);
});

test('whoever was once on a team does not handle its entry', async () => {
  const { entryId, leader } = await filledDraft(server);
  const { token } = await server.ask<{ token: string }>(leader, 'entry/inviteMember', { entryId, access: 'view' });
  await server.ask(clerk, 'entry/joinTeam', {
    token,
    name: '赵强',
    roleZh: '技术',
    phone: '19900006000',
    sensitive: true,
  });
  await server.ask(clerk, 'entry/leaveTeam', { entryId });
  const { version } = await server.ask<{ version: number }>(leader, 'entry/submit', { entryId, version: 1 });
  const { materials } = await server.ask<{ materials: Array<{ uploadId: string }> }>(leader, 'entry/get', { entryId });
  const { uploadId } = materials[0] ?? {};
  const looks = [
    await server.call(clerk, 'screening/review', { entryId }),
    await server.call(clerk, 'entry/receipt', { entryId }),
    await server.call(clerk, 'entry/openMaterial', { uploadId }),
    await server.call('clerk-puxian-2', 'entry/openMaterial', { uploadId }),
  ];
  expect(looks.map(({ status }) => status)).toEqual([403, 404, 404, 200]);
  const preview = await server.ask(clerk, 'screening/batchPreview', { move: 'claim', entryIds: [entryId] });
  expect(preview).toMatchObject({ possible: 0, rows: [{ title: '', reference: null, reason: expect.any(String) }] });
  const listed = async (persona: string) => {
    const filter = {
      contestId: 'LF-XH-2026-141033',
      state: 'submitted',
      trackCode: null,
      claimed: 'any',
      overdue: false,
      q: '',
    };
    const { items } = await server.ask<{ items: Array<{ entryId: string }> }>(persona, 'screening/queue', { filter });
    return items.some((item) => item.entryId === entryId);
  };
  expect([await listed(clerk), await listed('clerk-puxian-2')]).toEqual([false, true]);
  expect((await server.call(clerk, 'screening/claim', { entryId, version })).status).toBe(403);
  const batch = await server.ask(clerk, 'screening/batchRun', { move: 'claim', rows: [{ entryId, version }] });
  expect(batch).toMatchObject({ succeeded: 0, failed: 1 });
  expect((await server.call('clerk-puxian-2', 'screening/claim', { entryId, version })).status).toBe(200);
});

test('openings are counted a day, seen by the team, told to the city when they come fast, and closed for past editions', async () => {
  const entry = await submittedEntry(server);
  await claimAs(server, clerk, entry.entryId);
  const open = () => server.call(clerk, 'screening/reveal', { entryId: entry.entryId, field: 'leader.phone' });
  for (let i = 0; i < 14; i += 1) expect((await open()).status).toBe(200);
  await deliverWaiting(server.home, areas);
  const alarms = () =>
    lyingInInboxes(server.db).select(['person_id', 'body']).where('notice', '=', 'openings.alarm').execute();
  expect(await alarms()).toEqual([]);
  expect((await open()).status).toBe(200);
  await deliverWaiting(server.home, areas);
  const told = await alarms();
  expect(told.map(({ person_id }) => person_id).sort()).toEqual(['city', 'city-2', 'auditor'].map(personaId).sort());
  expect(told[0]?.body).toContain('蒲县审核人员一（蒲县） 10 分钟内查看个人信息 15 次');

  const { timeline } = await server.ask<{ timeline: Array<Record<string, unknown>> }>(entry.leader, 'entry/status', {
    entryId: entry.entryId,
  });
  expect(timeline.filter(({ zh }) => zh === '查看负责人手机号')).toHaveLength(15);
  expect(timeline.at(-1)).toMatchObject({ byZh: '蒲县审核人员', reason: null });

  for (let i = 0; i < 44; i += 1) {
    server.clock.pass(60_000);
    expect((await open()).status).toBe(200);
  }
  // Two at once, and one is left.
  const both = await Promise.all([open(), open()]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  server.clock.pass(86_400_000);
  expect((await open()).status).toBe(200);
  await server.db.updateTable('edition').set({ status: 'past' }).execute();
  expect((await open()).body).toMatchObject({ ok: false, error: { code: 'SCREENING_EDITION_OVER' } });
});

test('a never submitted draft does not exist for staff', async () => {
  const { entryId } = await filledDraft(server);
  for (const path of ['screening/review', 'entry/receipt', 'screening/claim'])
    expect([path, (await server.call(clerk, path, { entryId, version: 1 })).status]).toEqual([path, 404]);
  const stranger = await freshPerson(server);
  expect((await server.call(stranger, 'screening/review', { entryId })).status).toBe(404);
});

test('a withdrawal deletes every sealed value, of the form and of its submissions; what is shown stays masked', async () => {
  const entry = await submittedEntry(server);
  await server.ask(entry.leader, 'entry/withdraw', { entryId: entry.entryId, version: entry.version, reason: '' });
  const { rows } = await sql<{ live: number; frozen: number; eq: string | null }>`select
    (select count(*)::int from sealed_value where subject_id = e.id) as live,
    (select count(*)::int from snapshot_sealed where subject_id = e.id) as frozen, e.leader_id_eq as eq
    from entry e where e.id = ${entry.entryId}`.execute(server.db);
  expect(rows).toEqual([{ live: 0, frozen: 0, eq: null }]);
  const seen = await server.ask(clerk, 'screening/review', { entryId: entry.entryId });
  expect(JSON.stringify(seen)).toContain('199****8000');
  expect((await server.call(entry.leader, 'entry/get', { entryId: entry.entryId })).status).toBe(200);
});
