import { personaId } from '../../cloudfunctions/core/seeds/personas';
import { moveOn } from '../support/applications';
import { freshPerson } from '../support/entry-factory';
import { insertStanding, operator, placeCalled, siteId, withSites } from '../support/incubation';
import { openNotice } from '../support/referrals';
import { enrol, openClass } from '../support/training';
import { takesSeat } from '../support/walks/classes';
import {
  appliesForLoan,
  approves,
  guarantees,
  papers,
  passesEligibility,
  sendsPaper,
  sendsStatement,
} from '../support/walks/loan';
import { toldOfQuarter, toldUntilLent } from '../support/walks/loan-told';
import { takesPlace } from '../support/walks/places';
import { agreesToReferral } from '../support/walks/referral';
import { ledgerOf } from '../support/walks/told';
import { wins, wonTrack } from '../support/walks/winner';
import { setStage } from './stage';

const stage = setStage();

const bank = 'lender-1';

/** Each office one page by hand; contract, repayment and payment, and what the offices of place, class and referral do, is walked in browsers (test/journeys). */
test('one award opens loan, place, class and referral on the phone: a loan from the award to its first statement, an offer, a seat and a nomination answered', async () => {
  const { home } = stage;
  const { server } = home;
  /** Both clocks stand still, the cloud's and that of whoever is played by calls. */
  const goTo = async (instant: string) => {
    server.clock.set(Date.parse(instant));
    await home.setClock(instant);
  };
  await goTo('2026-11-24T09:00:00+08:00');
  await withSites(server);
  const { hand: winner, id: winnerId } = await home.fresh();
  const [firstId, nextId] = [await freshPerson(server), await freshPerson(server)];
  const won = await wins(server, winnerId);
  const ledger = await ledgerOf(home, {
    获奖者: winnerId,
    候补一: firstId,
    候补二: nextId,
    人社: personaId('loan-puxian'),
    担保: personaId('guarantor-1'),
    银行: personaId(bank),
  });

  const loanId = await appliesForLoan(winner, won, home.due);
  await ledger.step('申报贷款');
  const hr = await home.person('loan-puxian');
  await passesEligibility(hr);
  await ledger.step('核实资格');
  await sendsPaper(winner, papers.credit, home.due);
  await guarantees(await home.person('guarantor-1'));
  await ledger.step('同意担保');
  await approves(await home.person(bank));
  await ledger.step('同意贷款');
  const on = '2026-11-24';
  expect(await moveOn(server, bank, loanId, 'sign', { answers: { contractOn: on, contractNo: 'HT-2026-001' } })).toBe(
    200,
  );
  const money = { disbursedOn: on, amount: 20_000_000, payee: '王小明', account: '6222 0202 0000 1234' };
  expect(await moveOn(server, bank, loanId, 'disburse', { answers: money })).toBe(200);
  await ledger.step('签合同、放款');

  const waiting = (personId: string, rank: number) => ({ state: 'waitlisted', personId, rank });
  await insertStanding(server, [waiting(firstId, 2), waiting(nextId, 3), waiting(winnerId, 1)]);
  for (const code of ['A01', 'A02'])
    await server.ask(operator, 'incubation/offer', { siteId, placeId: await placeCalled(server, code) });
  await ledger.step('留位');
  await takesPlace(winner, 'A01');

  const classId = await openClass(server, { capacity: 1 });
  await enrol(server, nextId, classId);
  await enrol(server, winnerId, classId);
  const { own } = await server.ask<{ own: { enrolmentId: string; version: number } }>(nextId, 'training/class', {
    classId,
  });
  await server.ask(nextId, 'training/cancel', { enrolmentId: own.enrolmentId, version: own.version });
  await ledger.step('有人退班');
  await takesSeat(winner);

  await openNotice(server, [{ track: wonTrack, quota: 1 }]);
  await server.ask('clerk-puxian-1', 'referral/nominate', { entryId: won.entryId });
  await ledger.step('提名');
  await agreesToReferral(winner);

  await goTo('2026-12-02T00:00:00+08:00');
  await ledger.step('留位过期');
  await goTo('2026-12-21T10:00:00+08:00');
  await ledger.step('季末');
  const paid = { applicationId: loanId, on: '2026-12-21', principalFen: 0, interestFen: 52_500, serial: '' };
  await server.ask(bank, 'lending/addRepayment', paid);
  await home.due();
  await sendsStatement(hr);
  await ledger.step('核对贴息');
  await winner.open('account/notices');
  await winner.tapWords('2026年第四季度贴息已核对');
  await winner.arrives('policy/application');
  await winner.sees('262.50 元', '财政办理中');

  expect(ledger.told).toEqual([
    ...toldUntilLent('lacking'),
    '留位 → 候补一：给您留了 A02 工位｜尧都创业孵化基地（演示）等您答复，12月1日（周二）24:00 截止，过期转给下一位。点开接受或放弃。',
    '留位 → 获奖者：给您留了 A01 工位｜尧都创业孵化基地（演示）等您答复，12月1日（周二）24:00 截止，过期转给下一位。点开接受或放弃。',
    '有人退班 → 获奖者：培训班有名额了，请确认｜“产生你的企业想法 第 1 期”12月7日（周一）08:30开课，名额为您留到11月25日（周三）09:00。点开确认。',
    '有人退班 → 获奖者：孵化基地入驻申报已到下一步｜现为“请与基地签订协议”，最迟12月8日（周二）24:00，逾期失效。点开看怎么办。',
    '提名 → 获奖者：您的项目被提名推荐到上级赛事｜“蒲县山货直供”：请在12月18日（周五）24:00 前决定是否参加。点开看报送给谁、报送什么。',
    '留位过期 → 候补一：A02 工位已转给下一位｜12月1日（周二）24:00 前没有答复。您仍在候补，排到本优先档的最后。',
    '留位过期 → 候补二：给您留了 A02 工位｜尧都创业孵化基地（演示）等您答复，12月9日（周三）24:00 截止，过期转给下一位。点开接受或放弃。',
    toldOfQuarter[0],
    // Nobody signed here and nobody answered: the places go on by the clock.
    '季末 → 候补一：给您留了 A01 工位｜尧都创业孵化基地（演示）等您答复，12月28日（周一）24:00 截止，过期转给下一位。点开接受或放弃。',
    '季末 → 候补二：A02 工位已转给下一位｜12月9日（周三）24:00 前没有答复。您仍在候补，排到本优先档的最后。',
    '季末 → 获奖者：12月21日要还贷款｜应还 525.00 元，请按时还到演示银行一。逾期的日子没有贴息。',
    '季末 → 获奖者：孵化基地入驻申报：逾期未签协议，视为放弃｜点开查看理由和办法。',
    ...toldOfQuarter.slice(1),
  ]);
});
