import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { type Begun, makeBegun } from '../support/world';
import type { MiniProgram } from './host/open';
import { setStage } from './stage';

/**
 * What WeChat is told of the fields. That its keyboard leaves room for what is said under a field, and that no bar stands above it, the host
 * demands of every field that any test here meets.
 */
const stage = setStage();
let world: Begun;
beforeAll(async () => {
  world = await makeBegun(stage.home.server);
});

async function phoneOf(persona: string): Promise<MiniProgram> {
  const id = personaId(persona);
  const update = stage.db.updateTable('person').set({ openid: `o-${id}` });
  await update.where('id', '=', id).execute();
  return stage.phone(`o-${id}`, { privacy: 'agreed' });
}

/** The keyboard that a field asks for. */
const keyboardOf = async ({ window }: MiniProgram, id: string) => {
  const field = window.locator(`.wx-frame:not([hidden]) [id="${id}"]`);
  await field.waitFor({ state: 'attached' });
  return field.evaluate((node) => (node as unknown as { given(name: string): unknown }).given('type'));
};

test('each kind of field opens the keyboard that has its characters', async () => {
  const entrant = await phoneOf('entrant-new');
  const found: Record<string, unknown> = {};
  const note = async (name: string) => {
    found[name] = await keyboardOf(entrant, `field-${name}`);
  };
  for (const [section, names] of Object.entries({ project: ['title'], entity: ['uscc'], jobs: ['direct'] })) {
    await entrant.page.open('entry/section', { entryId: world.draft.entryId, section });
    await entrant.page.reads('done');
    for (const name of names) await note(name);
  }
  await entrant.page.open('entry/section', { entryId: world.draft.entryId, section: 'leader' });
  for (const name of ['idNumber', 'phone']) {
    await entrant.page.tap(`edit-${name}`);
    await note(name);
  }
  expect(found).toEqual({ title: 'text', uscc: 'text', direct: 'number', idNumber: 'idcard', phone: 'number' });
});

test('a box of four rows grows with what is written, to two fifths of the window, and its words scroll from there', async () => {
  const { page, window } = await phoneOf('entrant-new');
  await page.open('entry/section', { entryId: world.draft.entryId, section: 'project' });
  const box = window.locator('[id="field-description"] > textarea');
  const measure = () =>
    box.evaluate((area) => ({
      height: Math.round(area.getBoundingClientRect().height),
      // WeChat's bars around the page are not counted.
      part: area.getBoundingClientRect().height / (area.closest('.wx-frame')?.clientHeight ?? 0),
      hides: area.scrollHeight > area.clientHeight + 1,
    }));
  const heights: number[] = [];
  for (const lines of [1, 7, 10]) {
    await page.type('field-description', Array(lines).fill('和十二户农家签了收购约定').join('\n'));
    const { height, hides } = await measure();
    expect(hides).toBe(false);
    heights.push(height);
  }
  const [first = 0, second = 0, third = 0] = heights;
  expect(first).toBeGreaterThanOrEqual(96);
  expect([second > first, third > second]).toEqual([true, true]);
  await page.type('field-description', Array(60).fill('和十二户农家签了收购约定').join('\n'));
  const long = await measure();
  expect(long.hides).toBe(true);
  expect(long.part).toBeCloseTo(0.4, 2);
});
