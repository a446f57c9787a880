import { fromRfc3339 } from '@shared/kernel/shanghai';
import { currentEdition } from '../../../cloudfunctions/core/seeds/editions';
import { filledDraft, freshPerson, sendBytes, uploadFile } from '../../support/entry-factory';
import { claimAs, decideAs, readAll, returnAs } from '../../support/review-acts';
import { makePdf } from '../../support/sample-files/pdf';
import { freshServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await freshServer();
});
afterAll(async () => {
  expect(server.faults).toEqual([]);
  await server.close();
});

const clerk = 'clerk-puxian-1';
const contestId = `${currentEdition}-141033`;
type Entry = { entryId: string; leader: string };
type Version = {
  uploadId: string;
  name: string;
  byZh: string;
  sha256: string;
  frozenIn: number | null;
  current: boolean;
};
type Renewal = { slot: string; locksAt: string | null; closed: string | null; versions: Version[] };
type Renewals = { renewals: Renewal[] };

const instant = (text: string) => fromRfc3339(text) ?? Number.NaN;
const pitches = instant('2026-12-15T09:00:00+08:00');
const lock = instant('2026-12-14T09:00:00+08:00');

async function pitchesBegin(at: number): Promise<void> {
  const opens_at = new Date(at);
  await server.db.deleteFrom('phase').where('contest_id', '=', contestId).where('kind', '=', 'judging').execute();
  await server.db
    .insertInto('phase')
    .values({ contest_id: contestId, kind: 'judging', opens_at, closes_at: new Date(at + 864e5) })
    .execute();
}

/** Sent in with a deck that the submission freezes. */
async function withDeck(): Promise<Entry> {
  const draft = await filledDraft(server);
  await deck(draft, '路演一.pdf');
  const { version } = await server.ask<{ version: number }>(draft.leader, 'entry/get', { entryId: draft.entryId });
  await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version });
  return draft;
}

const deck = ({ entryId, leader }: Entry, name: string, as = leader) =>
  uploadFile(server, as, entryId, 'pitch_deck', { name, bytes: makePdf({ title: name }) });
const renewal = async (as: string, path: string, { entryId }: Entry): Promise<Renewal> => {
  const [found] = (await server.ask<Renewals>(as, path, { entryId })).renewals;
  if (!found) throw new Error('nothing is renewed');
  return found;
};
const begin = ({ entryId, leader }: Entry, slot = 'pitch_deck') =>
  server.call(leader, 'entry/beginUpload', { entryId, slot, name: '新.pdf', size: makePdf().length });
const code = ({ body }: Awaited<ReturnType<typeof begin>>) => (body.ok ? 'ok' : body.error.code);
const listed = ({ versions }: Renewal) => versions.map(({ name, byZh, frozenIn }) => [name, byZh, frozenIn]);

test('after the submission the team renews the deck; every version stays with who and when, the submission as it was frozen', async () => {
  await pitchesBegin(pitches);
  const entry = await withDeck();
  const receipt = () => server.ask(entry.leader, 'entry/receipt', { entryId: entry.entryId });
  const frozen = await receipt();
  server.clock.pass(60_000);
  const second = await deck(entry, '路演二.pdf');
  await claimAs(server, clerk, entry.entryId);
  const third = await deck(entry, '路演三.pdf');
  expect(third).toMatchObject({ state: 'accepted', version: 3 });

  const own = await renewal(entry.leader, 'entry/status', entry);
  expect(own).toMatchObject({ slot: 'pitch_deck', locksAt: '2026-12-14T09:00:00+08:00', closed: null });
  expect(listed(own)).toEqual([
    ['路演三.pdf', '负责人', null],
    ['路演二.pdf', '负责人', null],
    ['路演一.pdf', '负责人', 1],
  ]);
  expect(own.versions.map(({ current }) => current)).toEqual([true, false, false]);
  expect(own.versions[1]?.sha256).toBe(second.sha256);
  expect(await renewal(entry.leader, 'entry/get', entry)).toEqual(own);
  expect(await receipt()).toEqual(frozen);

  // Staff review what was submitted, and see that there is a newer one, which they open as well.
  const review = await server.ask<{ materials: Version[] }>(clerk, 'screening/review', { entryId: entry.entryId });
  expect(review.materials.map(({ name }) => name)).toEqual(['商业计划书.pdf', '路演一.pdf']);
  expect(listed(await renewal(clerk, 'screening/review', entry))).toEqual(listed(own));
  await server.ask(clerk, 'entry/openMaterial', { uploadId: third.uploadId });
  await server.ask(clerk, 'entry/openMaterial', { uploadId: own.versions[2]?.uploadId });
});

test('a slot that was empty is filled later; a member who may edit sends it and is named, one who may only look is told who may', async () => {
  await pitchesBegin(pitches);
  const draft = await filledDraft(server);
  const member = await freshPerson(server);
  const viewer = await freshPerson(server);
  for (const [person, access, name] of [
    [member, 'edit', '李强'],
    [viewer, 'view', '赵宁'],
  ] as const) {
    const { token } = await server.ask<{ token: string }>(draft.leader, 'entry/inviteMember', {
      entryId: draft.entryId,
      access,
    });
    await server.ask(person, 'entry/joinTeam', { token, name, roleZh: '技术', phone: '19900009000', sensitive: true });
    await server.ask(person, 'entry/consentAsMember', { entryId: draft.entryId, agreed: true });
  }
  const { version } = await server.ask<{ version: number }>(draft.leader, 'entry/get', { entryId: draft.entryId });
  await server.ask(draft.leader, 'entry/submit', { entryId: draft.entryId, version });
  await deck(draft, '路演.pdf', member);
  expect(listed(await renewal(clerk, 'screening/review', draft))).toEqual([['路演.pdf', '成员李强', null]]);
  expect((await renewal(viewer, 'entry/get', draft)).closed).toBe('由负责人和可编辑的成员更换');
  expect(
    (
      await server.call(viewer, 'entry/beginUpload', {
        entryId: draft.entryId,
        slot: 'pitch_deck',
        name: '新.pdf',
        size: 4000,
      })
    ).status,
  ).toBe(403);
});

test('the lock follows the timetable: moved with the pitches, and not there while these have no time', async () => {
  const entry = await withDeck();
  await server.db.deleteFrom('phase').where('contest_id', '=', contestId).where('kind', '=', 'judging').execute();
  expect(await renewal(entry.leader, 'entry/status', entry)).toMatchObject({ locksAt: null, closed: null });
  await pitchesBegin(server.clock.now() + 3_600_000);
  expect(code(await begin(entry))).toBe('ENTRY_SLOT_LOCKED');
  await pitchesBegin(pitches);
  expect(code(await begin(entry))).toBe('ok');
});

test('it is renewed while the entry stands and by no way else: other files stay closed, what is with its team or over too', async () => {
  await pitchesBegin(pitches);
  const entry = await withDeck();
  expect(code(await begin(entry, 'business_plan'))).toBe('FORM_SECTION_CLOSED');
  const newest = await deck(entry, '路演二.pdf');
  expect((await server.call(entry.leader, 'entry/removeMaterial', { uploadId: newest.uploadId })).body).toMatchObject({
    error: { code: 'FORM_SECTION_CLOSED' },
  });

  // Returned for another part: the form is the team's, and what it prepares is nobody else's.
  await returnAs(server, clerk, entry.entryId, { project: { comment: '请改' } });
  expect(code(await begin(entry))).toBe('FORM_SECTION_CLOSED');
  expect((await server.ask<Renewals>(clerk, 'screening/review', { entryId: entry.entryId })).renewals).toEqual([]);
  expect((await server.call(clerk, 'entry/openMaterial', { uploadId: newest.uploadId })).status).toBe(404);
  const { version } = await server.ask<{ version: number }>(entry.leader, 'entry/get', { entryId: entry.entryId });
  await server.ask(entry.leader, 'entry/resubmit', { entryId: entry.entryId, version });
  // The new submission holds what stood then.
  expect(listed(await renewal(clerk, 'screening/review', entry))).toEqual([['路演二.pdf', '负责人', 2]]);

  const held = await claimAs(server, clerk, entry.entryId);
  await readAll(server, clerk, entry.entryId);
  await decideAs(server, clerk, 'approve', { entryId: entry.entryId, version: held });
  expect((await deck(entry, '决赛版.pdf')).state).toBe('accepted');
  const after = await server.ask<{ version: number }>(entry.leader, 'entry/get', { entryId: entry.entryId });
  await server.ask(entry.leader, 'entry/withdraw', { entryId: entry.entryId, version: after.version, reason: '' });
  expect(code(await begin(entry))).toBe('FORM_SECTION_CLOSED');
});

test('the lock is exact: sent by the last millisecond it counts, a file on its way at the lock does not', async () => {
  await pitchesBegin(pitches);
  const entry = await withDeck();
  server.clock.set(lock - 1);
  const last = await deck(entry, '最后一版.pdf');
  expect(last.state).toBe('accepted');
  const { body } = await begin(entry);
  if (!body.ok) throw new Error('not begun');
  const { uploadId } = body.data as { uploadId: string };
  await sendBytes(server, entry.leader, uploadId, [makePdf()]);
  server.clock.set(lock);
  const late = await server.call(entry.leader, 'entry/finishUpload', { uploadId });
  expect(late.body).toMatchObject({
    ok: false,
    error: {
      code: 'ENTRY_SLOT_LOCKED',
      message: '“路演（上台讲项目）用的 PPT”已于12月14日（周一）09:00 锁定，不能再换',
    },
  });
  expect(code(await begin(entry))).toBe('ENTRY_SLOT_LOCKED');
  const locked = await renewal(entry.leader, 'entry/status', entry);
  expect(locked.closed).toBe('“路演（上台讲项目）用的 PPT”已于12月14日（周一）09:00 锁定，不能再换');
  expect(locked.versions[0]).toMatchObject({ name: '最后一版.pdf', current: true });
});
