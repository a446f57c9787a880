import { filledDraft } from '../support/entry-factory';
import { grantCity } from '../support/policy-drafts';
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

test('a policy is amended by one official and published by another; anybody’s page shows the new version', async () => {
  const city = await stage.person('city');
  await city.open('staff/policy', { code: 'training' });
  await city.tap('amend');
  await city.arrives('staff/policy-draft');
  const policyDraftId = await city.param('policyDraftId');
  await city.tap('part-basics');
  await city.type('field-titleZh', '定制化创业培训（新版）');
  await city.day('field-effectiveFrom', '2026-11-24');
  await city.tap('part-done');
  await city.arrives('staff/policy-draft');
  await city.tap('propose');
  await city.answer(true);
  await city.sees('等另一位统筹人员发布');

  const second = await stage.phone('new');
  await grantCity(stage.product, await stage.whoHolds(second));
  await second.open('staff/policy-draft', { policyDraftId });
  await second.tap('publish');
  expect(await second.answer(true)).toContain('第 1 版在新版生效前一天到期');
  await second.sees('已发布');

  const visitor = await stage.phone();
  await visitor.open('open/policy', { code: 'training' });
  await visitor.sees('定制化创业培训（新版）');
});
