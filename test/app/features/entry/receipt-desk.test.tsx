import { screen } from '@testing-library/react';
import { ReceiptDesk } from '../../../../src/features/entry/progress/receipt-desk';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';
import { entryId } from './entry-data';

beforeEach(() => {
  api.entry.receipt.mockResolvedValue({
    entryId,
    reference: 'XH2026-141033-0001',
    n: 1,
    takenAt: '2026-11-24T10:30:00+08:00',
    reviewDue: '2026-12-01',
    sha256: '',
    editionZh: '演示大赛',
    regionZh: '蒲县',
    contact: { office: '蒲县创业服务窗口', phone: '0357-0000014', address: '蒲县', hours: '', venue: '' },
    parts: [],
    files: [],
  });
});

test('right after submitting the page says that it worked and what comes next; later it is a receipt only', async () => {
  const first = showPage(<ReceiptDesk entryId={entryId} n={undefined} sent />);
  expect(await screen.findByText('提交成功')).toBeTruthy();
  expect(screen.getByText(/预计最迟12月1日（周二）出结果。您暂时不用操作/)).toBeTruthy();
  first.unmount();
  showPage(<ReceiptDesk entryId={entryId} n={undefined} sent={false} />);
  expect(await screen.findByText('2026-11-24 10:30 提交')).toBeTruthy();
  expect(screen.queryByText('提交成功')).toBeNull();
});
