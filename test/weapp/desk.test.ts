import { link } from '../../src/shared/routes';
import { submittedEntry } from '../support/entry-factory';
import { setStage } from './stage';

const stage = setStage();

test('on a computer a review is a desk; drawn narrow, it is one column as on a phone', async () => {
  const { entryId } = await submittedEntry(stage.home.server, { title: '蒲县云上药谷' });
  await stage.grant('o-clerk', 'regionStaff', '141033');
  const { page, window } = await stage.phone('o-clerk', {
    start: link('staff/review', { entryId }),
    width: 1280,
    platform: 'windows',
  });
  await page.reads('desk-rail', '项目情况');
  await page.reads('desk-documents', '商业计划书');
  await page.sees('负责人 王小明');
  await page.gone('review-tab');
  // A part is opened and lit by its row; keys are a browser's alone.
  await page.tap('rail-jobs');
  await page.gone('desk-keys');
  await window.setViewportSize({ width: 375, height: 720 });
  await page.gone('desk-rail');
  await page.reads('review-tab', '办理过程');
});
