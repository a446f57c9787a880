import { judge, judgeByAxe, modes } from '../support/judge';
import { setStage } from './stage';

const stage = setStage();

test('a clerk fills in for somebody at the counter, who takes it over on the own phone by the code on the screen', async () => {
  const clerk = await stage.person('clerk-puxian-1');
  const [standard] = modes;
  const isFit = async (page: typeof clerk.page) =>
    expect([
      ...(await judge(page, { within: 'body', ...standard.least })),
      ...(await judgeByAxe(page, { include: ['html'] })),
    ]).toEqual([]);
  await clerk.open('workbench');
  await clerk.tap('to-counter');
  await clerk.arrives('staff/counter');
  await clerk.tap('begin-counter');
  await clerk.type('field-name', '王小明');
  await clerk.tap('field-trackCode-rural_revitalisation');
  await clerk.tap('field-groupCode-idea_team');
  await clerk.tap('begin');
  await clerk.arrives('entry/entry');
  await clerk.sees('柜台代填，等本人确认');
  await clerk.tap('section-project');
  await clerk.arrives('entry/section');
  await clerk.type('field-title', '蒲县手工醋');
  await clerk.tap('done');
  await clerk.tap('later');
  await clerk.arrives('entry/entry');
  // Neither the consents nor the numbers are a clerk's.
  await clerk.tap('section-leader');
  await clerk.sees('负责人本人勾选');
  await clerk.tap('done');
  await clerk.tap('later');
  await clerk.arrives('entry/entry');
  await clerk.tap('hand-over');
  await clerk.arrives('staff/hand-over');
  await clerk.tap('show-code');
  const code = await clerk.reads('counter-code');
  expect(code).toMatch(/^\d{4} \d{4}$/);
  await isFit(clerk.page);

  const person = await stage.phone('new');
  await person.tap('confirm-counter');
  await person.arrives('entry/confirm');
  await person.type('field-code', code);
  await person.tap('see-code');
  await person.sees('蒲县手工醋');
  await isFit(person.page);
  await person.tap('confirm');
  await person.arrives('entry/entry');
  await person.sees('蒲县手工醋');
  await person.at('submit').waitFor();
  await clerk.sees('已由本人确认，或已过期删除');
});
