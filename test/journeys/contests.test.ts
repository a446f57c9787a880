import { filledDraft } from '../support/entry-factory';
import { amended, comesToTheirs, crowd, leaves, newlyConcerned, toldOfAmendment } from '../support/walks/policies';
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

test('a winner of 2025 claims the award and fits a policy by one tap; another is amended by one official and published by a second, and whom it concerns anew is told; the winner leaves', async () => {
  const { product } = stage;
  const told = () => product.pass(60_000);
  await crowd(product);
  const { hand: winner, id: personId } = await stage.fresh();
  await comesToTheirs(winner, personId, product, told);

  const city = await stage.person('city');
  await city.open('staff/policy', { code: amended });
  await city.tap('amend');
  await city.arrives('staff/policy-draft');
  const policyDraftId = await city.param('policyDraftId');
  await city.tap('part-basics');
  await city.type('field-titleZh', '上级赛事推荐（新版）');
  await city.day('field-effectiveFrom', '2026-11-24');
  await city.tap('part-done');
  await city.arrives('staff/policy-draft');
  await city.tap('part-rule');
  await city.tapWords('没有在上级大赛得过奖');
  await city.tapEach('remove-', '');
  await city.answer(true);
  await city.tap('part-done');
  await city.arrives('staff/policy-draft');
  await city.tap('propose');
  await city.answer(true);
  await city.sees('等另一位统筹人员发布');

  const second = await stage.phone('city-2');
  await second.open('staff/policy-draft', { policyDraftId });
  await second.tap('publish');
  const asked = await second.answer(true);
  expect(asked).toContain('第 1 版在新版生效前一天到期');
  await second.sees('已发布');
  const right = await newlyConcerned(product);
  // Twelve of the crowd, and the winner.
  expect([right.length, right.includes(personId)]).toEqual([13, true]);
  expect(asked).toContain('13 人新符合条件');
  await told();
  expect(await toldOfAmendment(product)).toEqual({ notices: ['policy.amended'], people: right });

  await winner.open('account/notices');
  await winner.tapWords('一项政策有改动，您现在符合条件');
  await winner.arrives('open/policy');
  await winner.sees('上级赛事推荐（新版）');
  await winner.sees('按现有资料，各项条件都符合');
  await second.open('staff/policy-told', { code: amended });
  await second.sees('13 人收到');
  await leaves(winner, personId, product, told);
});
