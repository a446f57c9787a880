import { screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { saveFile } from '../../../../src/client/uploads/save-file';
import { BatchDesk } from '../../../../src/features/finance/batch-desk';
import { BatchesDesk } from '../../../../src/features/finance/batches-desk';
import { api } from '../../../support/api';
import { sayNo } from '../../../support/asked';
import { showPage, tap, type } from '../../../support/shown';

jest.mock('../../../../src/client/uploads/save-file', () => ({ saveFile: jest.fn(async () => true) }));

const finance = api.finance;
const [batchId, first, second] = [1, 2, 3].map((n) => `0197f000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const line = {
  lineId: first,
  payeeZh: '某某公司',
  uscc: null,
  accountMasked: '****5678',
  amountFen: 24_305,
  itemZh: '贴息',
  aboutZh: null,
  again: false,
  result: 'waiting' as const,
  paidOn: null,
  failureZh: null,
};
const back = { ...line, lineId: second, payeeZh: '另一公司', amountFen: -500, again: true };
const head = {
  batchId,
  reference: 'FK-2026-0001',
  titleZh: '蒲县贴息',
  sentAt: '2026-11-20T09:00:00+08:00',
  lines: 2,
  sumFen: 23_805,
  paid: 0,
  failed: 0,
  waiting: 2,
};

beforeEach(() => {
  jest.clearAllMocks();
  keepSession('a-session');
  finance.batch.mockResolvedValue({ ...head, records: true, items: [line, back], next: null });
});

test('a list says what waits and what is taken back; its file is handed over once somebody was asked', async () => {
  showPage(<BatchDesk batchId={batchId} />);
  expect(await screen.findByText('2 笔等您登记结果')).toBeTruthy();
  expect(screen.getByText('2 笔共 238.05 元。没付成的先逐笔登记原因，其余一次登记已付。')).toBeTruthy();
  expect(screen.getByText('-5.00 元（扣回）')).toBeTruthy();
  expect(screen.getByText('贴息（重新付）')).toBeTruthy();
  sayNo();
  await tap('download');
  expect(finance.downloadBatch).not.toHaveBeenCalled();
  finance.downloadBatch.mockResolvedValue({ name: '清单.csv', base64: 'eA==' });
  await tap('download');
  expect(finance.downloadBatch.mock.calls[0]?.[0]).toEqual({ batchId });
  expect(jest.mocked(saveFile).mock.calls[0]?.[0]).toEqual({ name: '清单.csv', base64: 'eA==' });
  finance.revealAccount.mockResolvedValue({ value: '6222000012345678' });
  await tap(`reveal-${first}`);
  expect(await screen.findByText('6222000012345678')).toBeTruthy();
});

test('what was not paid says why, one by one; the rest is paid on one day', async () => {
  showPage(<BatchDesk batchId={batchId} />);
  await tap(`fail-${first}`);
  expect(screen.getByText('某某公司没付成')).toBeTruthy();
  type('field-reason', '  ');
  await tap('failed-send');
  expect(screen.getByText('请写明没有付成的原因')).toBeTruthy();
  expect(finance.markFailed).not.toHaveBeenCalled();
  finance.markFailed.mockResolvedValue({ ...head, failed: 1, waiting: 1 });
  type('field-reason', ' 户名不符 ');
  await tap('failed-send');
  expect(finance.markFailed.mock.calls[0]?.[0]).toEqual({ lineId: first, reason: '户名不符' });
  await tap('all-paid');
  await tap('paid-send');
  expect(screen.getByText('请选择付款日期')).toBeTruthy();
  expect(finance.markPaid).not.toHaveBeenCalled();
  type('field-paidOn', '2026-11-21');
  finance.markPaid.mockRejectedValueOnce(
    new Failure('FINANCE_NOT_YET', '付款日期有误', { paidOn: '付款日期不能晚于今天，也不能早于送达当天' }),
  );
  await tap('paid-send');
  expect(await screen.findByText('付款日期不能晚于今天，也不能早于送达当天')).toBeTruthy();
  finance.markPaid.mockResolvedValueOnce({ ...head, paid: 1, failed: 1, waiting: 0 });
  await tap('paid-send');
  expect(finance.markPaid.mock.calls[1]?.[0]).toEqual({ batchId, lineIds: [], paidOn: '2026-11-21' });
});

test('who looks on reads what waits for finance, and is offered neither results, accounts nor the file', async () => {
  finance.batch.mockResolvedValue({ ...head, records: false, items: [line, back], next: null });
  const { unmount } = showPage(<BatchDesk batchId={batchId} />);
  expect(await screen.findByText('2 笔待财政登记结果')).toBeTruthy();
  expect(screen.getByText('2 笔共 238.05 元')).toBeTruthy();
  for (const id of ['download', 'all-paid', `fail-${first}`, `reveal-${first}`])
    expect(document.getElementById(id)).toBeNull();
  unmount();
  finance.batches.mockResolvedValue({ records: false, items: [head], next: null });
  showPage(<BatchesDesk />);
  expect(await screen.findByText('1 份清单待财政登记结果')).toBeTruthy();
});

test('what one payment was refused with does not stand over another', async () => {
  finance.markFailed.mockRejectedValue(new Failure('TEXT_HAS_ID_NUMBER', '原因有误', { reason: '不要写身份证号' }));
  showPage(<BatchDesk batchId={batchId} />);
  await tap(`fail-${first}`);
  type('field-reason', '身份证号 141000 不符');
  await tap('failed-send');
  expect(await screen.findByText('不要写身份证号')).toBeTruthy();
  await tap('failed-sheet-close');
  await tap(`fail-${second}`);
  expect(screen.queryByText('不要写身份证号')).toBeNull();
});
