import { filledDraft } from '../support/entry-factory';
import { setStage } from './stage';

const stage = setStage();

test('a lead’s announcement is written, published, read on its region’s page by anybody and on the first page by its entrants, in whose inbox it lies', async () => {
  await filledDraft(stage.product, { leader: 'entrant-new' });
  await stage.product.told();
  const lead = await stage.person('lead-puxian');
  await lead.open('staff/announcements');
  await lead.tap('write');
  await lead.type('field-title', '窗口周六上午开放');
  await lead.type('field-body', '周六 09:00 至 12:00 照常收件。');
  await lead.tap('save');
  await lead.at('publish').waitFor();
  await lead.tap('publish');
  expect(await lead.answer(true)).toContain('会收到通知');
  await lead.sees('已发布');
  await stage.product.told();

  const visitor = await stage.phone();
  await visitor.open('open/region', { contestId: 'LF-XH-2026-141033' });
  await visitor.tap('announcement-0');
  await visitor.arrives('open/announcement');
  await visitor.sees('周六 09:00 至 12:00 照常收件。');

  const entrant = await stage.person('entrant-new');
  await entrant.open('home');
  await entrant.tap('announcement-0');
  await entrant.arrives('open/announcement');
  await entrant.open('account/notices');
  await entrant.sees('蒲县发布公告');
});
