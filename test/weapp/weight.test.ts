import { begin } from '../support/acts/entry';
import { setStage } from './stage';

const stage = setStage();

test('little crosses from the script to the view: the home page as it comes, and a key that is struck', async () => {
  const { page, measures } = await stage.phone('o-typist');
  await page.reads('enter');
  const home = await measures();
  await begin(page, 'idea_team');
  await page.tap('section-project');
  await page.type('field-title', '蒲县山货直');
  await page.reads('save-sign', '已自动保存');
  await measures();
  await page.type('field-title', '蒲县山货直供');
  await page.reads('save-sign', '正在保存');
  const key = await measures();
  // Aims: 8 KB for what home draws first, 1 KB for a key. What home draws when its data has come is held where it is.
  expect(home[0]).toBeLessThanOrEqual(8 * 1024);
  expect(Math.max(...home)).toBeLessThanOrEqual(12 * 1024);
  expect(key.length).toBeGreaterThan(0);
  expect(Math.max(...key)).toBeLessThanOrEqual(1024);
});
