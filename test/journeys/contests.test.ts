import { filledDraft } from '../support/entry-factory';
import { setStage } from './stage';

const stage = setStage();

test('two regions come to differ from the city’s frame, and the city reads which, in what, since when and by whom', async () => {
  const lead = await stage.person('lead-puxian');
  await lead.open('me');
  await lead.tap('contest-setup');
  await lead.arrives('staff/contest');
  await lead.type('track-zh', '核桃产业');
  await lead.tap('track-add');
  await lead.sees('自设赛道');
  await lead.type('card-phone', '0357 2012345');
  await lead.tap('card-save');
  await lead.sees('变更记录');

  const city = await stage.person('city');
  await city.open('staff/contest', { contestId: 'LF-XH-2026-141002' });
  await city.day('signUp-last', '2026-12-10');
  await city.tap('signUp-save');
  expect(await city.answer(true)).toContain('会收到通知');
  await city.sees('报名：11月4日（周三）至12月10日（周四）24:00');

  await city.open('staff/drift');
  const row = await city.at('drift-LF-XH-2026-141033').innerText();
  expect(row).toContain('自设赛道“核桃产业”');
  expect(row).toContain('2026-11-24 09:00由蒲县审核负责人修改');
  expect(await city.at('drift-LF-XH-2026-141002').innerText()).toContain(
    '报名11月4日（周三）至12月10日（周四）24:00，全市11月4日（周三）至12月13日（周日）24:00',
  );
  const visitor = await stage.phone();
  await visitor.open('open/region', { contestId: 'LF-XH-2026-141033' });
  await visitor.reads('contact-call', '0357-2012345');
  await visitor.sees('核桃产业');
});

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
