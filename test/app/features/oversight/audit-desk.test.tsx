import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Failure } from '../../../../src/client/transport/failure';
import { AuditDesk } from '../../../../src/features/oversight/audit-desk';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const oversight = api.oversight;
const askedAt = '2026-11-24T09:00:00+08:00';
const check = { askedAt, checkedAt: askedAt, intact: true, subjects: 3, rows: 40, seals: 2, brokenZh: null };
const row = (n: number) => ({ n, at: askedAt, whoZh: '张小明', actZh: '受理', hash: 'ab'.repeat(32) });
const control = (id: string) => document.getElementById(id) as HTMLElement;

function show() {
  showPage(<AuditDesk />);
}

async function seek(reference: string) {
  await waitFor(() => expect(control('chain-reference')).not.toBeNull());
  fireEvent.change(control('chain-reference'), { target: { value: reference } });
  fireEvent.click(control('chain-find'));
}

test('a check that is awaited is said, and no second one is asked for', async () => {
  oversight.auditChecks.mockResolvedValue({ checks: [{ ...check, checkedAt: null, intact: null }] });
  show();
  expect(await screen.findByText('正在核对审计记录')).toBeTruthy();
  fireEvent.click(control('check-audit'));
  expect(oversight.checkAudit).not.toHaveBeenCalled();
});

test('a broken audit is the title of the page, with the first broken row', async () => {
  oversight.auditChecks.mockResolvedValue({
    checks: [{ ...check, intact: false, brokenZh: '封存 第 1 行：封存的内容被改动过' }],
  });
  show();
  expect(await screen.findByText('审计记录有误')).toBeTruthy();
  expect(screen.getByText('封存 第 1 行：封存的内容被改动过')).toBeTruthy();
});

test('an entry’s rows are shown by its number, earlier ones on demand; a number that is none is told beside its field', async () => {
  oversight.auditChecks.mockResolvedValue({ checks: [check] });
  oversight.chain.mockRejectedValueOnce(new Failure('OVERSIGHT_NO_SUCH_ENTRY', '没有找到这个受理编号，请核对后再查'));
  show();
  await seek('XH2026-1');
  await waitFor(() => expect(control('chain-reference').getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText('没有找到这个受理编号，请核对后再查')).toBeTruthy();

  const reference = 'XH2026-141033-0001';
  oversight.chain.mockResolvedValueOnce({ reference, rows: 51, brokenZh: null, items: [row(51), row(2)], before: 2 });
  await seek(reference);
  expect(await screen.findByText(`${reference}：共 51 条记录，前后相接，没有改动。`)).toBeTruthy();
  oversight.chain.mockResolvedValueOnce({ reference, rows: 51, brokenZh: null, items: [row(1)], before: null });
  fireEvent.click(control('chain-earlier'));
  await waitFor(() => expect(control('chain-1')).toBeTruthy());
  expect(oversight.chain.mock.lastCall?.[0]).toEqual({ reference, before: 2 });
});
