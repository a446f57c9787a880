import { organisationId } from '../../../cloudfunctions/core/seeds/organisations';
import { licence, upload } from '../acts/entry';
import { idNumber } from '../applications';
import type { Hand } from '../hand';

/** What happens beside the people of a walk. */
type Due = () => Promise<unknown>;

/** An award that somebody claimed, and the number of the entry that won it. */
export type Won = { awardId: string; entryId: string; reference: string };

/** From the award over the policy's page to a form in 蒲县 that the award has filled in. Answers its id. */
export async function beginFrom(winner: Hand, { awardId, reference }: Won, policy: string): Promise<string> {
  await winner.turnTo('account/award');
  await winner.tap(`way-${policy}-${awardId}`);
  await winner.arrives('open/policy');
  await winner.tap('apply');
  await winner.arrives('policy/application');
  await winner.choose('field-regionId', '蒲县');
  await winner.tap('begin');
  const from = `来自报名表 ${reference}，可以修改`;
  expect([await winner.reads('field-person-name-hint'), await winner.value('field-person-name')]).toEqual([
    from,
    '王小明',
  ]);
  return winner.param('applicationId');
}

/** Agrees for one receiver after the other, and gives both numbers, which open with it. */
export async function agreesAndSays(winner: Hand, receivers: readonly string[]): Promise<void> {
  await winner.reads('closed-idNumber', '请先在上面勾选');
  for (const receiver of receivers) {
    await winner.ticked(`consent-${receiver}`, false);
    await winner.tap(`consent-${receiver}`);
    await winner.ticked(`consent-${receiver}`, true);
  }
  await winner.type('field-idNumber', idNumber);
  await winner.reads('masked-idNumber', '141');
  await winner.type('field-phone', '19900001234');
  await winner.reads('masked-phone', '199');
}

/** The firm that the award's entry knows, each value with its source. */
export async function firmOfEntry(winner: Hand, { reference }: Won, names: readonly string[]): Promise<void> {
  await winner.tap('field-business-entityKind-company');
  for (const name of names) {
    await winner.reads(`field-business-${name}-hint`, `来自报名表 ${reference}`);
    expect(await winner.value(`field-business-${name}`)).not.toBe('');
  }
}

/** A document that was given before is given by one tap: with the award's entry, or with the application that was made last. */
export async function givesAgain(winner: Hand, slot: string, from: string): Promise<void> {
  await winner.tap(`give-${slot}-0`);
  await winner.reads(`slot-${slot}`, `已用交过的：${from}`);
}

/** A loan is applied for, its form filled in as far as the award does not. The last field is typed and it is handed in by one tap. */
export async function appliesForLoan(winner: Hand, won: Won, due: Due): Promise<string> {
  const applicationId = await beginFrom(winner, won, 'guaranteed-loan-national');
  await agreesAndSays(winner, ['hr', 'guarantor', 'bank']);
  await winner.tap('field-person-retirementKind-man');
  await firmOfEntry(winner, won, ['entityName', 'uscc', 'address', 'about']);
  await winner.choose('field-group-keyGroup', '高校毕业生（含大学生村官、留学回国学生）');
  await winner.type('field-group-loanTimes', '0');
  for (const name of ['loanUnsettled', 'loanOverdueEver', 'otherCentralSubsidy'])
    await winner.tap(`field-group-${name}-no`);
  await winner.tap('field-group-otherLoans-none');
  await winner.tap('field-group-spouseOtherLoans-none');
  await upload(winner, 'group_proof', licence, due, 'album');
  await givesAgain(winner, 'licence', `报名表 ${won.reference}`);
  await winner.tap(`field-loan-bank-${organisationId('bank-1')}`);
  await winner.type('field-loan-wan', '20');
  await winner.type('field-loan-months', '24');
  await winner.tap('submit');
  expect(await winner.answer(true)).toContain('期间不能修改');
  await winner.sees('现在由蒲县创业担保贷款窗口办理');
  return applicationId;
}

/** Comes to a case by what stands on the workbench: from one of the tabs, or from whatever page is open. */
export async function comesTo(office: Hand, todo: string, from: 'tab' | 'page' = 'tab'): Promise<void> {
  await (from === 'tab' ? office.tab('workbench') : office.open('workbench'));
  await office.tapWords(todo);
}

/** Fills in the sheet of a move: radios by their value, fields by what is typed, days as days. Sends it; answers what was asked before it was sent. */
export async function makesMove(
  office: Hand,
  move: string,
  answers: Readonly<Record<string, { pick: string } | { type: string } | { day: string }>>,
  asks = false,
): Promise<string> {
  await office.tap(move);
  for (const [name, how] of Object.entries(answers)) {
    const id = `field-${move}-${name}`;
    if ('pick' in how) {
      await office.tap(`${id}-${how.pick}`);
      // What comes with it is drawn before anybody types on.
      await office.ticked(`${id}-${how.pick}`, true);
    } else if ('type' in how) await office.type(id, how.type);
    else await office.day(id, how.day);
  }
  await office.tap(`${move}-send`);
  return asks ? office.answer(true) : '';
}

/** HR takes it on and passes it to the guarantor. */
export async function passesEligibility(hr: Hand): Promise<void> {
  await comesTo(hr, '办理创业担保贷款申报');
  await hr.arrives('staff/application');
  await hr.sees('人员类别证明', '按政策核对');
  await hr.tap('claim');
  const asked = await makesMove(hr, 'pass', { guarantor: { pick: organisationId('guarantor') } }, true);
  expect(asked).toContain('转给选定的担保机构');
  await hr.sees('待调查');
}

/** What is asked for once HR has passed it, and once the bank has agreed. */
export const papers = {
  credit: { message: '创业担保贷款申报已到下一步', paper: '本人征信报告', slot: 'credit_report' },
  card: { message: '银行同意了您的创业担保贷款', paper: '银行卡复印件', slot: 'bank_card' },
} as const;

/** A paper that is asked for only now, reached by the message that asks for it. */
export async function sendsPaper(
  winner: Hand,
  { message, paper, slot }: { message: string; paper: string; slot: string },
  due: Due,
): Promise<void> {
  await winner.open('account/notices');
  await winner.tapWords(message);
  await winner.arrives('policy/application');
  await winner.sees(`请在下面上传${paper}`);
  await upload(winner, slot, licence, due, 'album');
}

export async function guarantees(guarantor: Hand): Promise<void> {
  await comesTo(guarantor, '办理创业担保贷款申报');
  await guarantor.arrives('staff/application');
  await guarantor.sees('本人征信报告');
  const said = {
    fee: { type: '0.5' },
    counter: { pick: 'needed' },
    counterZh: { type: '一名公职人员保证' },
    spouseCredit: { pick: 'none' },
    notes: { type: '经营正常' },
  } as const;
  expect(await makesMove(guarantor, 'agree', said, true)).toContain('转给银行审批');
  await guarantor.sees('待审批');
}

export async function approves(bank: Hand): Promise<void> {
  await comesTo(bank, '办理创业担保贷款申报');
  await bank.arrives('staff/application');
  const said = {
    rate: { type: '3.5' },
    method: { pick: 'interestFirst' },
    accrual: { pick: 'act360' },
    inside: { type: '客户经理意见' },
  } as const;
  expect(await makesMove(bank, 'approve', said, true)).toContain('来签合同');
  await bank.sees('待签合同');
}

/** Contract and money on one day, `YYYY-MM-DD`, on the page on which it was approved; what was approved stands in the sheet already. */
export async function lends(bank: Hand, on: string): Promise<void> {
  await makesMove(bank, 'sign', { contractOn: { day: on }, contractNo: { type: 'HT-2026-001' } }, true);
  await bank.sees('待放款');
  const money = { disbursedOn: { day: on }, account: { type: '6222020200001234' } } as const;
  expect(await makesMove(bank, 'disburse', money, true)).toContain('不能再改');
  await bank.sees('还款中');
}

/** The interest of the quarter, which stands in the sheet as it falls due. */
export async function recordsInterest(bank: Hand, applicationId: string, on: string): Promise<void> {
  await comesTo(bank, '放出的贷款 1 笔', 'page');
  await bank.arrives('staff/loans');
  await bank.tap(`loan-${applicationId}`);
  await bank.arrives('staff/application');
  await bank.tap('add-repayment');
  expect(await bank.value('field-interestFen')).toBe('525');
  await bank.day('field-on', on);
  await bank.tap('repayment-send');
  // What falls due next says the same amount: the row that may be made void is the one that was written down.
  await bank.sees('作废');
}

/** HR checks what the clock drafted and hands it to finance as a list. */
export async function sendsStatement(hr: Hand): Promise<void> {
  await comesTo(hr, '核对 1 份贴息清单', 'page');
  await hr.arrives('staff/statements');
  await hr.sees('贴息 262.50 元', '银行实收 525.00 元', '待核对');
  await hr.tap('send');
  await hr.sees('1 份共 262.50 元');
  await hr.tap('send-all');
  await hr.sees('没有等您核对的贴息清单');
}

export async function pays(finance: Hand, on: string): Promise<void> {
  await comesTo(finance, '付款清单 FK2026-0001');
  await finance.arrives('staff/payments');
  await finance.sees('创业担保贷款贴息 2026年第四季度');
  await finance.tap('all-paid');
  await finance.day('field-paidOn', on);
  await finance.tap('paid-send');
  await finance.sees('都登记了结果');
}
