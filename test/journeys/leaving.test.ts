import type { Person } from '../support/person';
import { setStage } from './stage';

const stage = setStage();

const people = async (): Promise<number> => (await stage.product.db.selectFrom('person').select('id').execute()).length;

/** The names of everything that the browser keeps for the product. */
const kept = ({ page }: Person): Promise<string[]> =>
  page.evaluate(async () => [
    ...Object.keys(window.localStorage),
    ...Object.keys(window.sessionStorage),
    ...(await window.indexedDB.databases()).map(({ name }) => name ?? ''),
  ]);

/** Answers what is asked before a form is begun, having come there from the home page. */
async function answerBefore(person: Person): Promise<void> {
  await person.open('home');
  await person.tap('enter');
  await person.arrives('entry/eligibility');
  await person.choose('field-contestId', '蒲县');
  await person.day('field-birthDate', '1990-03-07');
}

test('who only looks is nobody, and nothing is kept; leaving takes everything of the person off the device', async () => {
  const before = await people();
  const visitor = await stage.phone();
  await answerBefore(visitor);
  for (const route of ['open/results', 'policies', 'workbench', 'me'] as const) await visitor.open(route);
  await visitor.sees('还没有登录');
  expect([await people(), await kept(visitor)]).toEqual([before, []]);
  await visitor.leave();

  const person = await stage.phone('new');
  expect(await people()).toBe(before + 1);
  // What is typed does not reach the server: it waits on the device.
  const { entryId } = await stage.product.ask<{ entryId: string }>(await stage.whoHolds(person), 'entry/start', {
    contestId: 'LF-XH-2026-141033',
    trackCode: 'rural_revitalisation',
    groupCode: 'idea_team',
  });
  await person.open('entry/section', { entryId, section: 'project' });
  await person.page.route('**/api/entry/saveSection', (route) => route.abort());
  await person.type('field-summary', '还没有保存的一句话');
  await person.page.waitForFunction(() =>
    Object.keys(window.localStorage).some((key) => key.startsWith('xinghuo-draft:')),
  );
  // What was answered before a form stands in memory alone, until the page is left for good.
  await answerBefore(person);
  await person.page.goBack();
  await person.tap('enter');
  expect(await person.value('field-birthDate')).toBe('1990-03-07');
  await person.page.goBack();

  await person.tab('me');
  await person.tap('sign-out');
  expect(await person.answer(true)).toContain('还没有保存');
  await person.arrives('home');
  expect(await kept(person)).toEqual([]);
  const files = await person.context.cookies(`${stage.product.address}/files`);
  expect(files).toEqual([]);
  await person.tap('enter');
  await person.reads('field-contestId');
  expect(await person.page.locator('[id="field-birthDate"] input').count()).toBe(0);
  expect(await person.words()).not.toContain('1990');
  await person.leave();
});
