import type { SectionName } from '@shared/entry/sections';
import { move } from '../../../cloudfunctions/core/cases/move';
import { entryNoun } from '../../../cloudfunctions/core/entry/moves';
import {
  entryHead,
  frozenText,
  openFrozen,
  readMaterials,
  readSubmission,
} from '../../../cloudfunctions/core/entry/queries';
import { at, json } from '../../../cloudfunctions/core/platform/schema';
import { makeCall } from '../../../cloudfunctions/core/rpc/call';
import { personaId } from '../../../cloudfunctions/core/seeds/personas';
import {
  filledDraft,
  freshIdNumber,
  type SubmittedEntry,
  save,
  submittedEntry,
  uploadFile,
} from '../../support/entry-factory';
import { decideAs } from '../../support/review-acts';
import { makePdf } from '../../support/sample-files/pdf';
import { makeJpg } from '../../support/sample-files/picture';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

type Draft = SubmittedEntry & { leader: string };
const clerk = personaId('clerk-puxian-1');

const asClerk = () =>
  makeCall(
    server.home,
    server.db,
    { personId: clerk, grants: [{ role: 'regionStaff', scope: { kind: 'region', regionId: '141033' } }] },
    server.clock.now(),
  );

async function head(entryId: string) {
  const found = await entryHead(asClerk(), entryId, false);
  if (!found) throw new Error('there is no such entry');
  return found;
}

async function asked({ entryId }: Draft, command: 'claim' | 'return') {
  const entry = await head(entryId);
  return move(asClerk(), entryNoun, entry, { command, version: entry.version });
}

/** Claims and returns an entry with the given faults, as screening does; answers the version after it. */
async function sendBack(entry: Draft, faults: SectionName[], n = 1): Promise<number> {
  await asked(entry, 'claim');
  await server.db
    .insertInto('one_time_notice')
    .values({
      entry_id: entry.entryId,
      n,
      faults: json(faults.map((section) => ({ section, text: `${section}有问题` }))),
      message: '请一次改好',
      sent_at: at(server.clock.now()),
      sent_by: clerk,
      due_date: '2026-12-01',
      provisional: false,
    })
    .execute();
  return (await asked(entry, 'return')).version;
}

type View = {
  state: string;
  notice: unknown;
  workdaysLeft: number | null;
  correctionDueAt: string | null;
  sections: Array<{ section: string; editable: boolean; status: string; version: number; faults: string[] }>;
  moves: Array<{ move: string; closed: string | null }>;
};
const view = (entry: Draft) => server.ask<View>(entry.leader, 'entry/get', { entryId: entry.entryId });
const open = async (entry: Draft) =>
  (await view(entry)).sections.filter(({ editable }) => editable).map(({ section }) => section);

const jobs = { direct: 8, directBasis: '现有 5 人，明年再招 3 人', indirect: 0, insured: 0 };

test('a returned entry reopens only what was returned', async () => {
  const entry = await submittedEntry(server);
  await sendBack(entry, ['jobs', 'materials']);
  expect(await open(entry)).toEqual(['jobs', 'materials']);
  const shown = await view(entry);
  expect(shown).toMatchObject({
    state: 'returned',
    correctionDueAt: '2026-12-02T00:00:00+08:00',
    workdaysLeft: 5,
    notice: {
      n: 1,
      sentAt: '2026-11-24T09:00:00+08:00',
      dueDate: '2026-12-01',
      message: '请一次改好',
      faults: [
        { section: 'jobs', sectionZh: '带动就业', text: 'jobs有问题' },
        { section: 'materials', sectionZh: '参赛材料', text: 'materials有问题' },
      ],
    },
  });
  expect(shown.sections.map(({ section, status }) => [section, status])).toEqual([
    ['project', 'done'],
    ['leader', 'done'],
    ['team', 'done'],
    ['jobs', 'returned'],
    ['materials', 'returned'],
    ['declaration', 'done'],
  ]);
  const closed = await server.call(entry.leader, 'entry/saveSection', {
    entryId: entry.entryId,
    section: 'project',
    version: 2,
    data: { title: '另一个项目' },
  });
  expect(closed.body).toMatchObject({ ok: false, error: { code: 'FORM_SECTION_CLOSED' } });
  const consents = await server.call(entry.leader, 'entry/giveConsents', {
    entryId: entry.entryId,
    sensitive: false,
    publicDisplay: false,
  });
  expect(consents.body).toMatchObject({ ok: false, error: { code: 'FORM_SECTION_CLOSED' } });
});

test('a returned part asks for attention until something in it is another, wherever the demo’s clock stands', async () => {
  const entry = await submittedEntry(server);
  const status = async () => {
    const { sections } = await view(entry);
    return Object.fromEntries(sections.map(({ section, status: is }) => [section, is]));
  };
  const asks = { leader: 'returned', jobs: 'returned', materials: 'returned' };
  await sendBack(entry, ['leader', 'jobs', 'materials']);
  server.clock.pass(-3_600_000);
  expect(await status()).toMatchObject(asks);
  const said = {
    direct: 6,
    directBasis: '现有 3 人，明年再招 3 人',
    indirect: 12,
    indirectBasis: '十二户签约农家',
    insured: 0,
  };
  await save(server, entry, 'jobs', 1, said);
  expect(await status()).toMatchObject(asks);
  await save(server, entry, 'jobs', 2, { ...said, direct: 7 });
  await uploadFile(server, entry.leader, entry.entryId, 'business_plan', { name: '商业计划书.pdf', bytes: makePdf() });
  expect(await status()).toMatchObject({ leader: 'returned', jobs: 'done', materials: 'done' });
  // The number may look the same, masked, and is another all the same.
  const leader = { name: '王小明', founderRole: 'first_founder', keyGroup: null };
  await save(server, entry, 'leader', 1, leader, { phone: '19900008000' });
  expect(await status()).toMatchObject({ leader: 'done' });
  server.clock.pass(3_600_000);
});

test('a correction is submitted again under the same reference, and both submissions stay readable', async () => {
  const entry = await submittedEntry(server);
  const version = await sendBack(entry, ['jobs']);
  server.clock.pass(60_000);
  await save(server, entry, 'jobs', 1, jobs);
  expect((await view(entry)).sections.find(({ section }) => section === 'jobs')?.status).toBe('done');
  const moved = await server.ask(entry.leader, 'entry/resubmit', { entryId: entry.entryId, version });
  expect(moved).toMatchObject({ state: 'resubmitted', stateZh: '已重新提交，等待审核' });
  const line = async (n: number) => {
    const receipt = await server.ask<{
      reference: string;
      parts: Array<{ section: string; lines: Array<{ value: string }> }>;
    }>(entry.leader, 'entry/receipt', { entryId: entry.entryId, n });
    return [receipt.reference, receipt.parts.find(({ section }) => section === 'jobs')?.lines[0]?.value];
  };
  expect([await line(1), await line(2)]).toEqual([
    [entry.reference, '6'],
    [entry.reference, '8'],
  ]);
  expect(await open(entry)).toEqual([]);
  server.clock.pass(-60_000);
});

test('the last second of the correction is in, the next is out', async () => {
  const entry = await submittedEntry(server);
  const version = await sendBack(entry, ['jobs']);
  const begun = server.clock.now();
  const ends = Date.UTC(2026, 11, 1, 16, 0, 0);
  const ask = () => server.call(entry.leader, 'entry/resubmit', { entryId: entry.entryId, version });
  server.clock.set(ends);
  expect((await ask()).body).toMatchObject({ ok: false, error: { code: 'ENTRY_CORRECTION_OVERDUE' } });
  server.clock.set(ends - 1000);
  expect((await ask()).status).toBe(200);
  server.clock.set(begun);
});

test('a group that asks for a registered entity opens what was never submitted, so that nobody is stuck', async () => {
  const entry = await submittedEntry(server);
  await sendBack(entry, ['project']);
  expect(await open(entry)).toEqual(['project']);
  const { data } = await server.db
    .selectFrom('section')
    .select('data')
    .where('subject_id', '=', entry.entryId)
    .where('section', '=', 'project')
    .executeTakeFirstOrThrow();
  await save(server, entry, 'project', 2, { ...data, groupCode: 'start_up' });
  expect(await open(entry)).toEqual(['project', 'entity', 'materials']);
  const licence = { name: '执照.jpg', bytes: makeJpg() };
  expect(await uploadFile(server, entry.leader, entry.entryId, 'licence', licence)).toMatchObject({
    state: 'accepted',
  });
});

test("a corrected leader's name opens the signature, which must be the same", async () => {
  const entry = await submittedEntry(server);
  await sendBack(entry, ['leader']);
  expect(await open(entry)).toEqual(['leader', 'declaration']);
});

test('a corrected ID number may not be that of another live entry', async () => {
  const idNumber = freshIdNumber();
  await submittedEntry(server, { idNumber });
  const entry = await submittedEntry(server);
  const version = await sendBack(entry, ['leader']);
  await save(
    server,
    entry,
    'leader',
    1,
    { name: '王小明', founderRole: 'first_founder', keyGroup: null },
    { idNumber },
  );
  const { body } = await server.call(entry.leader, 'entry/resubmit', { entryId: entry.entryId, version });
  expect(body).toMatchObject({ ok: false, error: { code: 'ENTRY_LEADER_HAS_ANOTHER' } });
});

test('a transfer carries the track into the form, so that the receiving region may return another part', async () => {
  const entry = await submittedEntry(server, { track: 'rural_revitalisation' });
  const { version } = await asked(entry, 'claim');
  await decideAs(server, 'clerk-puxian-1', 'transfer', {
    entryId: entry.entryId,
    version,
    toContestId: 'LF-XH-2026-LFEDZ',
    trackCode: 'micro_audiovisual',
    reason: '注册地在开发区',
  });
  const shown = await server.ask<View & { trackZh: string; reference: string }>(entry.leader, 'entry/get', {
    entryId: entry.entryId,
  });
  expect(shown).toMatchObject({ trackZh: '微视听创意', reference: entry.reference });
  expect(shown.sections[0]).toMatchObject({
    section: 'project',
    version: 3,
    problems: {},
    data: { trackCode: 'micro_audiovisual' },
  });
  const { timeline } = await server.ask<{ timeline: Array<Record<string, unknown>> }>(entry.leader, 'entry/status', {
    entryId: entry.entryId,
  });
  expect(timeline.at(-1)).toEqual({
    zh: '转其他县（市、区）审核',
    at: '2026-11-24T09:00:00+08:00',
    byZh: '蒲县审核人员',
    reason: '注册地在开发区',
  });
});

test('the status names the office that acted, never a person of the staff', async () => {
  const entry = await submittedEntry(server);
  await sendBack(entry, ['jobs']);
  const status = await server.ask<{ timeline: unknown[] }>(entry.leader, 'entry/status', { entryId: entry.entryId });
  expect(status).toMatchObject({
    holderZh: '您的团队',
    stateZh: '需要补正',
    tone: 'warn',
    dueDate: '2026-12-01',
    workdaysLeft: 5,
    moves: [
      { move: 'resubmit', label: '提交补正', closed: null },
      { move: 'withdraw', label: '退赛', closed: null },
    ],
  });
  const time = '2026-11-24T09:00:00+08:00';
  expect(status.timeline).toEqual([
    { zh: '开始填写', at: time, byZh: '项目负责人', reason: null },
    { zh: '提交报名', at: time, byZh: '项目负责人', reason: null },
    { zh: '开始审核', at: time, byZh: '蒲县审核人员', reason: null },
    { zh: '退回补正', at: time, byZh: '蒲县审核人员', reason: null },
  ]);
  expect(JSON.stringify(status)).not.toContain('蒲县审核人员一');
});

test('later areas read a submission, its files and, by a logged act of theirs, a sealed value', async () => {
  const idNumber = freshIdNumber();
  const entry = await submittedEntry(server, { idNumber, group: 'start_up' });
  const call = asClerk();
  const submitted = await head(entry.entryId);
  const submission = await readSubmission(call, submitted);
  if (!submission) throw new Error('there is no submission');
  expect(submission.parts.map(({ zh }) => zh)).toEqual([
    '项目情况',
    '项目负责人',
    '经营主体',
    '团队成员',
    '带动就业',
    '参赛材料',
    '承诺与授权',
  ]);
  expect(frozenText(submission, 'project', 'trackCode')).toBe('乡村振兴');
  expect(frozenText(submission, 'leader', 'idNumber')).toBe(`1410**********${idNumber.slice(-4)}`);
  const materials = await readMaterials(call, submitted, submission);
  expect(materials.map(({ slot, frozenIn }) => [slot, frozenIn])).toEqual([
    ['business_plan', 1],
    ['licence', 1],
  ]);
  expect(openFrozen(call, submitted, submission, 'leader.idNumber')).toBe(idNumber);
  expect(openFrozen(call, submitted, submission, 'leader.else')).toBeNull();
});

test('a draft that waits shows submitting closed, with the first thing in its way', async () => {
  const draft = await filledDraft(server);
  await save(server, draft, 'jobs', 1, { ...jobs, directBasis: '' });
  const { moves } = await server.ask<View>(draft.leader, 'entry/get', { entryId: draft.entryId });
  expect(moves.map(({ move, closed }) => [move, closed])).toEqual([
    ['submit', '请填写直接就业的依据'],
    ['deleteDraft', null],
  ]);
  await uploadFile(server, draft.leader, draft.entryId, 'pitch_deck', { name: '路演.pdf', bytes: makePdf() });
});
