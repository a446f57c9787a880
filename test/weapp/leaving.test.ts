import { begin } from '../support/acts/entry';
import { setStage } from './stage';

const stage = setStage();

const peopleOf = async (openid: string): Promise<number> =>
  (await stage.db.selectFrom('person').select('id').where('openid', '=', openid).execute()).length;

test('who only looks is nobody; signing in makes a person; leaving takes it all off the phone', async () => {
  const { page, window } = await stage.phone('o-looker', { privacy: 'agreed' }, 'stranger');
  await page.reads('results');
  await page.tab('me');
  await page.sees('还没有登录');
  expect(await peopleOf('o-looker')).toBe(0);

  const entryId = await begin(page, 'idea_team', async (person) => person.tap('sign-in-wechat'));
  expect(await peopleOf('o-looker')).toBe(1);
  expect(entryId).not.toBe('');

  await page.open('me');
  await page.tap('sign-out');
  await page.arrives('home');
  await page.tab('me');
  await page.sees('还没有登录');
  const kept = await window.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('weapp:')));
  expect(kept).toEqual(['weapp:xinghuo-visitor']);
  await page.tap('sign-in');
  await page.tap('sign-in-wechat');
  await page.reads(`entry-${entryId}`);
});
