import { personaId } from '../../cloudfunctions/core/seeds/personas';
import type { Route } from '../../src/shared/routes';
import { freshIdNumber, freshPerson } from '../support/entry-factory';
import { settles } from '../support/settles';
import { type Begun, makeBegun } from '../support/world';
import type { MiniProgram } from './host/open';
import { setStage } from './stage';

/**
 * On a phone what is typed reaches the script later, and what the script sends reaches the field later still. Into each field of
 * the app a quick typist types: nothing is lost, nothing is overwritten, and no value comes back to the field that told it.
 */
const stage = setStage();
const late = { toScript: 60, toView: 100 };

let world: Begun;
beforeAll(async () => {
  world = await makeBegun(stage.home.server);
});

async function phoneOf(id: string): Promise<MiniProgram> {
  await stage.db
    .updateTable('person')
    .set({ openid: `o-${id}` })
    .where('id', '=', id)
    .execute();
  return stage.phone(`o-${id}`, { privacy: 'agreed' });
}

async function openAt(phone: MiniProgram, route: Route, params: Record<string, string>, sign: string) {
  const { page, window, delay, values } = phone;
  await page.open(route, params);
  await page.reads(sign);
  // What stands in its fields at first is on its way to them still, on a busy machine for a while.
  do await window.waitForTimeout(late.toView);
  while ((await values()).length > 0);
  await delay(late.toScript, late.toView);
}

/** Waits until everything has reached the other side, and what is only said of it is drawn. */
const rest = ({ window }: MiniProgram) => window.waitForTimeout(late.toScript + late.toView + 400);

/** How often, while that reached the script, nothing did for as long as the app waits before it draws. */
const pausesIn = (heard: readonly number[]): number => heard.filter((at, n) => at - (heard[n - 1] ?? at) >= 300).length;

/**
 * What crossed to the view while somebody typed: no value of a field; and something new is drawn at pauses, not with each of 24 keys. A busy machine
 * makes pauses between keys, after each of which the note and the saving may be drawn.
 */
async function expectQuiet(phone: MiniProgram): Promise<void> {
  expect(await phone.values()).toEqual([]);
  const heard = await phone.heard();
  expect(heard.length).toBeGreaterThanOrEqual(24);
  expect((await phone.measures()).length).toBeLessThanOrEqual(10 + 2 * pausesIn(heard));
}

/** Keys, a key held to take some away, an input method, and keys amid what stands there. Answers what should stand there now. */
async function writeInto(phone: MiniProgram, id: string): Promise<string> {
  const { page } = phone;
  const before = await page.value(id);
  await phone.values();
  await phone.measures();
  await phone.heard();
  await page.enter(id);
  await page.keys('abcdefghijk');
  await page.erase(3);
  await page.compose('shanhuo', '山货');
  await page.enter(id, 3);
  await page.keys('xyz');
  await rest(phone);
  const typed = `${before}abcdefgxyzh山货`;
  expect(
    await settles(
      () => page.value(id),
      (value) => value === typed,
    ),
  ).toBe(typed);
  await expectQuiet(phone);
  return typed;
}

/** A code is kept in capitals, whichever were typed. */
const codeInto: typeof writeInto = async (phone, id) => (await writeInto(phone, id)).toUpperCase();

async function countInto(phone: MiniProgram, id: string): Promise<string> {
  const { page } = phone;
  await phone.values();
  await page.enter(id);
  await page.erase((await page.value(id)).length);
  await page.keys('7654321');
  await page.erase(3);
  await rest(phone);
  expect(
    await settles(
      () => page.value(id),
      (value) => value === '7654',
    ),
  ).toBe('7654');
  expect(await phone.values()).toEqual([]);
  return '7654';
}

const savedOf = async (entryId: string, section: 'project' | 'leader' | 'entity' | 'jobs' | 'declaration') =>
  (
    await stage.db
      .selectFrom('section')
      .select('data')
      .where('subject_id', '=', entryId)
      .where('section', '=', section)
      .executeTakeFirstOrThrow()
  ).data;

const sections = {
  project: { title: writeInto, description: writeInto },
  entity: { uscc: codeInto },
  jobs: { direct: countInto, directBasis: writeInto },
  declaration: { typedName: writeInto },
};

/** Sections of the form, on one of the leader's phones: lines, areas, codes, numbers and the signature are saved as they were typed. */
async function form(...parts: Array<keyof typeof sections>): Promise<void> {
  const phone = await phoneOf(personaId('entrant-new'));
  for (const section of parts) {
    const fields: Record<string, typeof writeInto> = sections[section];
    await openAt(phone, 'entry/section', { entryId: world.draft.entryId, section }, 'done');
    const typed: Record<string, unknown> = {};
    for (const [name, typeInto] of Object.entries(fields)) {
      const words = await typeInto(phone, `field-${name}`);
      typed[name] = typeInto === countInto ? Number(words) : words;
    }
    await phone.page.reads('save-sign', '已自动保存');
    expect(await savedOf(world.draft.entryId, section)).toMatchObject(typed);
  }
}

/** Each digit of a sealed number arrives, and the number typed anew is the one that is kept. */
async function sealedNumbers(): Promise<void> {
  const phone = await phoneOf(personaId('entrant-new'));
  const { page } = phone;
  await openAt(phone, 'entry/section', { entryId: world.draft.entryId, section: 'leader' }, 'done');
  const idNumber = freshIdNumber('19910418');
  for (const [name, digits] of Object.entries({ idNumber, phone: '19900007321' })) {
    await page.tap(`edit-${name}`);
    await page.reads('done');
    await rest(phone);
    await phone.values();
    await page.enter(`field-${name}`);
    await page.keys(digits.slice(0, -1));
    await page.erase(2);
    await page.keys(digits.slice(-3));
    expect(await page.reads(`masked-${name}`)).toMatch(new RegExp(`^${digits.slice(0, 3)}.*${digits.slice(-4)}$`));
    expect(await phone.values()).toEqual([]);
  }
  const { masked } = await stage.db
    .selectFrom('sealed_value')
    .select('masked')
    .where('subject_id', '=', world.draft.entryId)
    .where('field', '=', 'leader.phone')
    .executeTakeFirstOrThrow();
  expect(masked).toBe('199****7321');
}

/** An invitation. */
async function newcomer(): Promise<void> {
  const id = await freshPerson(stage.home.server);
  const phone = await phoneOf(id);
  const { page } = phone;
  await openAt(phone, 'entry/invitation', { token: world.draft.invitation }, 'join');
  const name = await writeInto(phone, 'field-name');
  const role = await writeInto(phone, 'field-roleZh');
  // The number opens with it.
  await page.tap('consent-sensitive');
  await page.ticked('consent-sensitive', true);
  await page.enter('field-phone');
  await page.keys('199000076521');
  await page.erase(3);
  await page.keys('00');
  await rest(phone);
  expect(await page.value('field-phone')).toBe('19900007600');
  await page.tap('join');
  await page.arrives('entry/team');
  const member = await stage.db
    .selectFrom('entry_member')
    .select(['name', 'role_zh', 'phone_masked'])
    .where('person_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(member).toEqual({ name, role_zh: role, phone_masked: '199****7600' });
}

/** What one calls oneself, and a complaint. */
async function somebody(): Promise<void> {
  const id = await freshPerson(stage.home.server);
  const phone = await phoneOf(id);
  const { page } = phone;
  await openAt(phone, 'account/settings', {}, 'save-name');
  const called = await writeInto(phone, 'field-name');
  await page.tap('save-name');
  await page.sees('已保存');
  const { display_name } = await stage.db
    .selectFrom('person')
    .select('display_name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect(display_name).toBe(called);

  await openAt(phone, 'account/complaint', {}, 'send');
  const body = await writeInto(phone, 'field-body');
  await writeInto(phone, 'field-contact');
  await page.tap('send');
  await page.sees('已收到，编号');
  expect(await stage.db.selectFrom('feedback').select('body').where('body', '=', body).execute()).toHaveLength(1);
}

/** An opinion and a note. */
async function clerk(): Promise<void> {
  const phone = await phoneOf(personaId('clerk-puxian-1'));
  const { page } = phone;
  await openAt(phone, 'staff/review', { entryId: world.faulty.entryId }, 'more-moves');
  const comment = await writeInto(phone, 'comment-project');
  await page.tap('review-tab-checks');
  const note = await writeInto(phone, 'note-body');
  await page.tap('note-add');
  await page.sees(note);
  expect(await page.value('note-body')).toBe('');
  expect(
    await stage.db.selectFrom('review_mark').select('comment').where('comment', '=', comment).execute(),
  ).toHaveLength(1);
}

/** The words of sheets, on the clerk's other phone. */
async function sheets(): Promise<void> {
  const phone = await phoneOf(personaId('clerk-puxian-1'));
  const { page } = phone;
  await openAt(phone, 'staff/review', { entryId: world.faulty.entryId }, 'more-moves');
  await page.tap('review-tab-checks');
  const ways = {
    'return-message': ['return'],
    'transfer-reason': ['more-moves', 'transfer'],
    'reject-reason': ['more-moves', 'reject'],
    'check-note': ['check-add-dishonestDebtor'],
  };
  for (const [field, way] of Object.entries(ways)) {
    for (const step of way) await page.tap(step);
    await page.reads(field.replace(/-.*/, '-sheet'));
    await rest(phone);
    await writeInto(phone, field);
    await page.tap(`${field.replace(/-.*/, '-sheet')}-close`);
    await page.gone(field);
  }
}

/** The search of a colleague. */
async function search(): Promise<void> {
  const phone = await phoneOf(personaId('clerk-puxian-2'));
  await openAt(phone, 'staff/queue', { contestId: 'LF-XH-2026-141033' }, 'queue-count');
  await writeInto(phone, 'queue-search');
  await phone.page.reads('queue-count', '共 0 个');
}

/** The city answers a message. */
async function city(): Promise<void> {
  const phone = await phoneOf(personaId('city'));
  const { page } = phone;
  const { id } = await stage.db
    .selectFrom('feedback')
    .select('id')
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow();
  await openAt(phone, 'staff/feedback', {}, `answer-${id}`);
  await page.tap(`answer-${id}`);
  await page.reads('answer-sheet');
  await rest(phone);
  const answer = await writeInto(phone, 'answer-text');
  await page.tap('answer-send');
  await page.answer(true);
  await page.gone('answer-sheet');
  const row = await stage.db.selectFrom('feedback').select('answer').where('id', '=', id).executeTakeFirstOrThrow();
  expect(row.answer).toBe(answer);
}

test('what is typed quickly into any field of the app is shown and saved as it was typed', async () => {
  // Fingers spend their time waiting: all of them type at once.
  const leader = [form('project', 'entity'), form('jobs', 'declaration'), sealedNumbers()];
  await Promise.all([...leader, newcomer(), somebody(), clerk(), sheets(), search(), city()]);
}, 120_000);
