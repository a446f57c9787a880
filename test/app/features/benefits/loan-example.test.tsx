import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { LoanExampleDesk } from '../../../../src/features/benefits/loan/example-desk';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const payment = (n: number, to: string, interestFen: number, subsidyFen: number, principalFen = 0) => ({
  n,
  from: '2027-01-15',
  to,
  days: 92,
  interestFen,
  subsidyFen,
  ownFen: interestFen - subsidyFen,
  principalFen,
  paymentFen: principalFen + interestFen,
  balanceFen: 0,
});
const example = {
  titleZh: '创业担保贷款（个人，国家规定）',
  of: 'person' as const,
  contractOn: '2027-01-15',
  rateBp: 350,
  method: 'interestFirst' as const,
  accrual: 'act360' as const,
  figures: [{ code: 'rate', zh: '利率上限', valueZh: '3.5%', sourceZh: '财金〔2023〕75号，政策第 2 版' }],
  lacksZh: null as string | null,
  plan: [payment(1, '2027-03-21', 189_583, 94_792), payment(2, '2027-06-21', 268_333, 134_167, 30_000_000)],
  sum: { interestFen: 457_916, subsidyFen: 228_959, ownFen: 228_957 },
};
const asked = api.benefits.loanExample;
const open = () => showPage(<LoanExampleDesk code="guaranteed-loan-national" />);
const type = (id: string, value: string) =>
  fireEvent.input(document.getElementById(id) as HTMLElement, { target: { value }, detail: { value } });

test('the title says what the picture and its table say, and figures name their documents', async () => {
  asked.mockResolvedValue(example);
  open();
  await screen.findByText('示例：利息 4,579.16 元，财政贴息 2,289.59 元');
  const row = within(document.getElementById('payment-1') as HTMLElement);
  expect([row.getByText('947.92'), row.getByText('947.91'), row.getByText('2027-03-21')]).toHaveLength(3);
  expect(screen.getByText(/财金〔2023〕75号，政策第 2 版/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/测算|申请贷款|银行/);
});

test('one’s own figures are asked in fen and basis points once somebody says so; what is not known is said', async () => {
  asked.mockClear();
  asked
    .mockResolvedValueOnce(example)
    .mockResolvedValueOnce({ ...example, lacksZh: 'LPR 尚未录入', plan: [], rateBp: null });
  open();
  await screen.findByText(/利息 4,579.16 元/);
  type('example-principalFen', '30.5');
  type('example-rateBp', '3.35');
  expect(asked).toHaveBeenCalledTimes(1);
  fireEvent.click(screen.getByText('按填的数字看示例'));
  await screen.findByText('LPR 尚未录入');
  expect(asked.mock.calls[1]?.[0]).toMatchObject({ principalFen: 30_500_000, rateBp: 335, contractOn: null });
  type('example-months', '');
  fireEvent.click(screen.getByText('按填的数字看示例'));
  await waitFor(() => expect(screen.getByText('请填写期限')).toBeTruthy());
  expect(asked).toHaveBeenCalledTimes(2);
});
