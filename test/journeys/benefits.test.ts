import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { freshPerson } from '../support/entry-factory';
import { insertStanding, operator, withSites } from '../support/incubation';
import { openNotice } from '../support/referrals';
import { enrol, openClass } from '../support/training';
import { joinsLine, leavesClass, takesSeat } from '../support/walks/classes';
import {
  appliesForLoan,
  approves,
  guarantees,
  lends,
  papers,
  passesEligibility,
  pays,
  recordsInterest,
  sendsPaper,
  sendsStatement,
} from '../support/walks/loan';
import { toldOfQuarter, toldUntilLent } from '../support/walks/loan-told';
import { admitsAndOffers, appliesForPlace, signsAgreement, takesPlace } from '../support/walks/places';
import { agreesToReferral, confirmsReferral, filesOfZip, nominates, recommends } from '../support/walks/referral';
import { ledgerOf } from '../support/walks/told';
import { wins, wonTitle, wonTrack } from '../support/walks/winner';
import { setStage } from './stage';

const stage = setStage();

const trainer = 'trainer-1';
const minute = 60_000;

test('one award opens loan, place, class and referral: each is walked by its people to its end, and everybody is told at each step', async () => {
  const { product, home } = stage;
  await withSites(product);
  const [{ hand: winner, id: winnerId }, { hand: other, id: otherId }] = [await stage.fresh(), await stage.fresh()];
  const absentId = await freshPerson(product);
  const won = await wins(product, winnerId);
  const ledger = await ledgerOf(home, {
    获奖者: winnerId,
    候补一: absentId,
    候补二: otherId,
    人社: personaId('loan-puxian'),
    担保: personaId('guarantor-1'),
    银行: personaId('lender-1'),
    财政: personaId('finance'),
    基地: personaId(operator),
    培训: personaId(trainer),
    市级: personaId('city'),
  });

  const loanId = await appliesForLoan(winner, won, product.told);
  await ledger.step('申报贷款');
  // Everybody comes when it is their turn: what a tab showed ten seconds ago it shows still.
  const hr = await stage.person('loan-puxian');
  await passesEligibility(hr);
  await ledger.step('核实资格');
  await sendsPaper(winner, papers.credit, product.told);
  await guarantees(await stage.person('guarantor-1'));
  await ledger.step('同意担保');
  const bank = await stage.person('lender-1');
  await approves(bank);
  await ledger.step('同意贷款');
  await sendsPaper(winner, papers.card, product.told);
  await lends(bank, '2026-11-24');
  await ledger.step('签合同、放款');

  await insertStanding(product, [
    { state: 'waitlisted', personId: absentId, joinedAt: product.clock.now() - 2 * minute },
    { state: 'waitlisted', personId: otherId, joinedAt: product.clock.now() - minute },
  ]);
  await appliesForPlace(winner, won);
  await ledger.step('申报入驻');
  const base = await stage.person(operator);
  // Whoever won goes first, though two asked before; the second place is the next one's.
  await admitsAndOffers(base, ['A01', 'A02']);
  await ledger.step('评审、留位');
  await takesPlace(winner, 'A01');
  await ledger.step('接受位置');
  await signsAgreement(base, '孵字 2026-001');
  await ledger.step('签协议');

  const classId = await openClass(product, { capacity: 1, room: '尧都区培训楼 301 室' });
  await enrol(product, otherId, classId);
  await enrol(product, absentId, classId);
  await ledger.step('开班');
  await joinsLine(winner, classId);
  await leavesClass(other, classId);
  await ledger.step('有人退班');
  await takesSeat(winner);
  await ledger.step('接受名额');

  await openNotice(product, [{ track: wonTrack, quota: 1 }]);
  await nominates(await stage.person('clerk-puxian-1'), won.entryId);
  await ledger.step('提名');
  await agreesToReferral(winner);
  await confirmsReferral(await stage.person('lead-puxian'), wonTitle);
  const { id: referralId } = await product.db.selectFrom('referral').select('id').executeTakeFirstOrThrow();
  const city = await stage.person('city');
  await recommends(city, wonTrack, referralId);
  await ledger.step('推荐');
  const saved = city.page.waitForEvent('download', { timeout: 60_000 });
  await city.tap('pack-province');
  expect(await city.answer(true)).toContain('本人能看到');
  const pack = await saved;
  expect(pack.suggestedFilename()).toBe(`推荐材料_${won.reference}_${wonTitle}.zip`);
  const bytes = await (await city.context.request.get(pack.url())).body();
  expect(await filesOfZip(bytes)).toEqual(['00-推荐表.pdf', '01-商业计划书.pdf', '02-营业执照.jpg']);
  await city.sees('导出过 1 次');

  await product.setClock('2026-12-01T12:00:00+08:00');
  await ledger.step('留位期限前一天');
  await product.setClock('2026-12-02T00:00:00+08:00');
  await ledger.step('留位过期');
  await takesPlace(other, 'A02');
  await ledger.step('下一位接受');
  await product.setClock('2026-12-06T10:00:00+08:00');
  await ledger.step('开课前一天');
  await product.setClock('2026-12-14T10:00:00+08:00');
  await ledger.step('还款日前一周');
  await product.setClock('2026-12-21T10:00:00+08:00');
  await ledger.step('季末');
  await recordsInterest(bank, loanId, '2026-12-21');
  await product.told();
  await sendsStatement(hr);
  await ledger.step('核对贴息');
  await pays(await stage.person('finance'), '2026-12-21');
  await ledger.step('财政付款');
  await winner.open('account/notices');
  await winner.tapWords('2026年第四季度贴息已拨付');
  await winner.arrives('policy/application');
  await winner.sees('262.50 元', '已拨付');

  expect(ledger.told).toEqual([
    ...toldUntilLent('sent'),
    '申报入驻 → 基地：收到一份孵化基地入驻申报｜请核对，最迟12月1日（周二）24:00。点开办理。',
    '申报入驻 → 获奖者：孵化基地入驻申报已提交｜现在由尧都创业孵化基地（演示）办理，最迟12月1日（周二）24:00。您暂时不用操作。',
    '评审、留位 → 候补一：给您留了 A02 工位｜尧都创业孵化基地（演示）等您答复，12月1日（周二）24:00 截止，过期转给下一位。点开接受或放弃。',
    '评审、留位 → 基地：A01 工位已留给候补｜对方12月1日（周二）24:00 前答复。过期由系统转给下一位，无需操作。',
    '评审、留位 → 基地：A02 工位已留给候补｜对方12月1日（周二）24:00 前答复。过期由系统转给下一位，无需操作。',
    '评审、留位 → 获奖者：孵化基地入驻申报已到下一步｜现为“候补，等候留位”，由尧都创业孵化基地（演示）办理。您暂时不用操作。',
    '评审、留位 → 获奖者：孵化基地入驻申报已到下一步｜现为“评审”，由尧都创业孵化基地（演示）评审组办理。您暂时不用操作。',
    '评审、留位 → 获奖者：给您留了 A01 工位｜尧都创业孵化基地（演示）等您答复，12月1日（周二）24:00 截止，过期转给下一位。点开接受或放弃。',
    '接受位置 → 基地：有一份孵化基地入驻申报转到您这里｜现为“待签协议”，最迟12月8日（周二）24:00。点开办理。',
    '接受位置 → 获奖者：孵化基地入驻申报已到下一步｜现为“请与基地签订协议”，最迟12月8日（周二）24:00，逾期失效。点开看怎么办。',
    '签协议 → 获奖者：孵化基地入驻申报已到下一步｜现为“协议已签，等待入驻”，由尧都创业孵化基地（演示）办理。您暂时不用操作。',
    '开班 → 培训：培训班已确认，开放报名｜“产生你的企业想法 第 1 期”12月7日（周一）08:30开课，报名的人列在名单里。点开看名单。',
    '开班 → 市级：有培训班等待确认｜演示创业培训学校计划12月7日（周一）08:30开“产生你的企业想法 第 1 期”。请核对时间、课时和人数。',
    '有人退班 → 获奖者：培训班有名额了，请确认｜“产生你的企业想法 第 1 期”12月7日（周一）08:30开课，名额为您留到11月25日（周三）09:00。点开确认。',
    '提名 → 获奖者：您的项目被提名推荐到上级赛事｜“蒲县山货直供”：请在12月18日（周五）24:00 前决定是否参加。点开看报送给谁、报送什么。',
    '推荐 → 获奖者：上级赛事推荐：已推荐到上级赛事｜“蒲县山货直供”的推荐有新进展。点开看详情。',
    '留位期限前一天 → 候补一：A02 工位快到答复期限｜请在12月1日（周二）24:00 前点开接受或放弃，过期转给下一位。',
    '留位过期 → 候补一：A02 工位已转给下一位｜12月1日（周二）24:00 前没有答复。您仍在候补，排到本优先档的最后。',
    '留位过期 → 候补二：给您留了 A02 工位｜尧都创业孵化基地（演示）等您答复，12月9日（周三）24:00 截止，过期转给下一位。点开接受或放弃。',
    '留位过期 → 基地：A02 工位已留给候补｜对方12月9日（周三）24:00 前答复。过期由系统转给下一位，无需操作。',
    '留位过期 → 基地：A02 工位逾期未答复｜有候补的已由系统留给下一位，没有的恢复为空位。',
    '下一位接受 → 候补二：孵化基地入驻申报已到下一步｜现为“请与基地签订协议”，最迟12月16日（周三）24:00，逾期失效。点开看怎么办。',
    '下一位接受 → 基地：有一份孵化基地入驻申报转到您这里｜现为“待签协议”，最迟12月16日（周三）24:00。点开办理。',
    '开课前一天 → 获奖者：培训班快开课了｜“产生你的企业想法 第 1 期”12月7日（周一）08:30开课，地点：尧都区培训楼 301 室。',
    '还款日前一周 → 候补一：这期培训没有排上｜“产生你的企业想法 第 1 期”已开课，候补没有排到您。用了培训券的已退回。点开看其他班。',
    '还款日前一周 → 候补二：孵化基地入驻申报快到期，还没有办｜期限12月16日（周三）24:00 截止，逾期失效。点开看要办的事。',
    '还款日前一周 → 获奖者：12月21日要还贷款｜应还 525.00 元，请按时还到演示银行一。逾期的日子没有贴息。',
    toldOfQuarter[0],
    '季末 → 候补二：孵化基地入驻申报：逾期未签协议，视为放弃｜点开查看理由和办法。',
    ...toldOfQuarter.slice(1),
    '财政付款 → 获奖者：2026年第四季度贴息已拨付｜财政已付 262.50 元，到账以银行为准。',
  ]);
}, 180_000);
