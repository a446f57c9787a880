import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { AccountSheet } from '../../../../src/features/benefits/lent/account-sheet';
import { RepaymentSheet } from '../../../../src/features/benefits/lent/repayment-sheets';
import { amountZhOf, daysZh, paymentZh } from '../../../../src/features/benefits/lent/statement-words';
import { StatementsDesk } from '../../../../src/features/benefits/lent/statements-desk';
import { api } from '../../../support/api';
import { control, showPage, type } from '../../../support/shown';

const [applicationId, uploadId, sound, odd] = [1, 2, 3, 4].map((n) => `0197f000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
];
type Loan = Awaited<ReturnType<typeof api.lending.loan>>;
const loan = {
  applicationId,
  payeeZh: '某某公司',
  bankCards: [{ uploadId, name: '银行卡.jpg', sentAt: '2025-11-20T09:00:00+08:00' }],
  next: { on: '2026-12-21', principalFen: 0, interestFen: 48_611 },
} as unknown as Loan;
const lending = api.lending;
const sent = lending.addRepayment;

const tap = (id: string) => act(async () => void fireEvent.click(control(id)));

beforeEach(() => {
  jest.clearAllMocks();
  keepSession('a-session');
});

test('an amount that is none is told beside its field, and never sent as 0', async () => {
  sent.mockResolvedValue(loan);
  showPage(<RepaymentSheet loan={loan} open onClose={() => undefined} />);
  type('field-on', '2026-11-21');
  type('field-principalFen', '-100');
  type('field-interestFen', '');
  await tap('repayment-send');
  await screen.findByText('不能是负数');
  expect(screen.getByText('请填写利息，没有收利息填 0')).toBeTruthy();
  expect(sent).not.toHaveBeenCalled();
  type('field-principalFen', '１,０００');
  type('field-interestFen', ' 486.11 ');
  await tap('repayment-send');
  await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
  expect(sent.mock.calls[0]?.[0]).toMatchObject({ principalFen: 100_000, interestFen: 48_611 });
});

test('the account is changed by the card that the borrower sent; without one the bank is told whom to ask', async () => {
  const closed = jest.fn();
  const { unmount } = showPage(<AccountSheet loan={loan} open onClose={closed} />);
  expect(screen.getByText('银行卡.jpg（2025年11月20日上传）')).toBeTruthy();
  type('field-payeeZh', ' ');
  await tap('account-send');
  expect(screen.getByText('请填写收款户名')).toBeTruthy();
  expect(screen.getByText('请填写收款账号')).toBeTruthy();
  expect(lending.changeAccount).not.toHaveBeenCalled();
  type('field-payeeZh', ' 某某公司 ');
  type('field-account', '6222 0000 1');
  lending.changeAccount.mockRejectedValueOnce(
    new Failure('LENDING_ACCOUNT_WRONG', '账号有误', { account: '账号是 8 到 32 位数字，请核对' }),
  );
  await tap('account-send');
  expect(await screen.findByText('账号是 8 到 32 位数字，请核对')).toBeTruthy();
  expect(closed).not.toHaveBeenCalled();
  lending.changeAccount.mockResolvedValueOnce(loan);
  type('field-account', '6222000012345678');
  await tap('account-send');
  const given = { applicationId, payeeZh: '某某公司', account: '6222000012345678', evidence: uploadId };
  expect(lending.changeAccount.mock.calls[1]?.[0]).toEqual(given);
  expect(closed).toHaveBeenCalledTimes(1);
  unmount();
  showPage(<AccountSheet loan={{ ...loan, bankCards: [] }} open onClose={closed} />);
  expect(screen.getByText('请借款人先在申报页上传新的银行卡复印件，再来修改。')).toBeTruthy();
  expect(document.getElementById('account-send')).toBeNull();
});

const holds = (role: 'loanClerk' | 'auditor') =>
  api.people.me.mockResolvedValue({ grants: [{ role, scope: { kind: 'region', regionId: '141033' } }] } as never);

test('who looks on reads the statements that wait for the office, and sends none', async () => {
  holds('auditor');
  const waiting = { statementId: sound, applicationId, borrowerZh: '某某公司', bankZh: '演示银行', amountFen: 24_305 };
  const quarter = { from: '2026-09-21', to: '2026-12-21', days: 91, interestFen: 48_611, chargedFen: 48_611 };
  const items = [{ ...waiting, ...quarter, checkedAt: null, payment: null }] as never;
  lending.statements.mockResolvedValue({ items, next: null, open: { count: 1, more: false } });
  showPage(<StatementsDesk />);
  expect(await screen.findByText('1 份贴息清单待人社窗口核对')).toBeTruthy();
  expect(document.getElementById('send')).toBeNull();
});

test('statements go to finance together, and of what differs it is said first why it is right', async () => {
  holds('loanClerk');
  const row = {
    statementId: sound,
    from: '2026-09-21',
    to: '2026-12-21',
    days: 91,
    interestFen: 48_611,
    chargedFen: 48_611,
    subsidyFen: 24_305,
    amountFen: 24_305,
    corrects: false,
    differs: false,
    checkedAt: null,
    noteZh: null,
    payment: null,
    applicationId,
    reference: null,
    borrowerZh: '某某公司',
    bankZh: '演示银行',
    regionZh: '蒲县',
  };
  const differing = { ...row, statementId: odd, chargedFen: 50_000, differs: true };
  lending.statements.mockResolvedValue({ items: [row, differing], next: null, open: { count: 2, more: false } });
  showPage(<StatementsDesk />);
  expect(await screen.findByText('2 份贴息清单等您核对')).toBeTruthy();
  expect(screen.getByText('利息对不上')).toBeTruthy();
  expect(screen.getByText('应收利息 486.11 元，银行实收 500.00 元')).toBeTruthy();
  await tap('send');
  expect(screen.getByText('2 份共 486.10 元')).toBeTruthy();
  await tap('send-all');
  expect(screen.getByText('请写明核对结果')).toBeTruthy();
  expect(lending.sendStatements).not.toHaveBeenCalled();
  type('field-note', ' 银行多收，已退 ');
  lending.sendStatements.mockResolvedValue({ sent: 2, sumFen: 48_610, reference: 'FK-1' });
  await tap('send-all');
  expect(lending.sendStatements.mock.calls[0]?.[0]).toEqual({ statementIds: [sound, odd], note: '银行多收，已退' });
});

test.each([
  [{ amountFen: 0, checkedAt: '2026-12-22T09:00:00+08:00', payment: null }, '无需拨付'],
  [{ amountFen: 100, checkedAt: '2026-12-22T09:00:00+08:00', payment: null }, '财政办理中'],
  [{ amountFen: 100, checkedAt: null, payment: null }, '待核对'],
  [{ amountFen: 100, checkedAt: null, payment: { result: 'failed' } }, '没付成'],
  [{ amountFen: 100, checkedAt: '2026-12-22T09:00:00+08:00', payment: { result: 'paid' } }, '已拨付'],
  [{ amountFen: -100, checkedAt: '2026-12-22T09:00:00+08:00', payment: { result: 'paid' } }, '已扣回'],
])('a statement as %j is said to be %s', (statement, zh) => {
  expect(paymentZh(statement as Parameters<typeof paymentZh>[0])).toBe(zh);
});

test('a statement says the days that bear its interest, and what it takes back', () => {
  // The period that ends on 22 September is the next quarter’s.
  expect(daysZh({ from: '2026-07-22', days: 31 })).toBe('7月22日至8月21日，31 天');
  expect(amountZhOf({ amountFen: -1_834, corrects: true })).toBe('扣回以前多付的 18.34 元（更正）');
  expect(amountZhOf({ amountFen: 24_306, corrects: false })).toBe('贴息 243.06 元');
});
