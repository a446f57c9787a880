import { fireEvent, screen, within } from '@testing-library/react';
import { BatchDesk } from '../../../../src/features/screening/batch/batch-desk';
import { api } from '../../../support/api';
import { control, show } from './review-view';

const ids = ['0197f000-0000-7000-8000-000000000001', '0197f000-0000-7000-8000-000000000002'];
const why = '这个项目已由蒲县审核人员二于 2026-11-24 09:10 受理';

beforeEach(() => {
  api.screening.batchPreview.mockResolvedValue({
    rows: [
      {
        entryId: ids[0] ?? '',
        version: 2,
        title: '山里的香菇',
        reference: 'XH2026-141033-0001',
        stateZh: '待受理',
        possible: true,
        reason: null,
      },
      {
        entryId: ids[1] ?? '',
        version: 5,
        title: '梨树下的鸡',
        reference: 'XH2026-141033-0002',
        stateZh: '审核中',
        possible: false,
        reason: why,
      },
    ],
    possible: 1,
  });
});

test('the preview shows which entries cannot be done and why, before anything runs', async () => {
  show(<BatchDesk entryIds={ids} />);
  expect((await screen.findByText(/所选/)).textContent).toBe('所选 2 个项目中，1 个可以办理，1 个不能办理。');
  const impossible = within(control('batch-impossible'));
  expect(impossible.getByText('梨树下的鸡')).toBeTruthy();
  expect(impossible.getByText(why)).toBeTruthy();
  expect(api.screening.batchRun).not.toHaveBeenCalled();
});

test('only the possible ones run, with their versions, and each says what became of it', async () => {
  api.screening.batchRun.mockResolvedValue({
    rows: [{ entryId: ids[0] ?? '', title: '山里的香菇', ok: false, message: '没有办成：项目刚有变化。请刷新后再办' }],
    succeeded: 0,
    failed: 1,
    batchId: null,
  });
  show(<BatchDesk entryIds={ids} />);
  await screen.findByText(why);
  fireEvent.click(control('batch-run'));
  expect(await screen.findByText('已办理 0 个，未办理 1 个。')).toBeTruthy();
  expect(api.screening.batchRun.mock.lastCall?.[0]).toEqual({
    move: 'claim',
    rows: [{ entryId: ids[0], version: 2 }],
  });
  expect(screen.getByText('没有办成：项目刚有变化。请刷新后再办')).toBeTruthy();
});

test('what a batch decided is taken back together, and its outcome says so', async () => {
  const row = { entryId: ids[0] ?? '', title: '山里的香菇', ok: true };
  const batchId = '0197f000-0000-7000-8000-0000000000ba';
  jest
    .mocked(api.screening.batchRun)
    .mockResolvedValue({ rows: [{ ...row, message: '已决定' }], succeeded: 1, failed: 0, batchId });
  jest
    .mocked(api.screening.settleBatch)
    .mockResolvedValue({ rows: [{ ...row, message: '已收回，没有告知任何人' }], succeeded: 1, failed: 0 });
  show(<BatchDesk entryIds={ids} />);
  await screen.findByText(why);
  fireEvent.click(control('batch-run'));
  await screen.findByText('已决定');
  fireEvent.click(control('batch-takeBack'));
  expect(await screen.findByText('已收回，没有告知任何人')).toBeTruthy();
  expect(api.screening.settleBatch.mock.lastCall?.[0]).toEqual({ batchId, move: 'takeBack' });
  expect(document.getElementById('batch-takeBack')).toBeNull();
});

test('without picked entries the page says where to pick them', () => {
  show(<BatchDesk entryIds={[]} />);
  expect(screen.getByText('还没有选择项目')).toBeTruthy();
});
