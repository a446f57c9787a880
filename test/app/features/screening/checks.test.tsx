import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Checks } from '../../../../src/features/screening/review/checks/checks';
import { closedBecause } from '../../../../src/features/screening/review/move-closed';
import { api } from '../../../support/api';
import { control, entryId, holdersMoves, reviewView, section, show } from './review-view';

const { recordChecks } = api.screening;
const check = (code: string, zh: string, given: object = {}) => ({
  code,
  zh,
  linkZh: '信用中国',
  url: 'https://www.creditchina.gov.cn',
  required: false,
  looks: [],
  ...given,
});
const look = {
  id: '0197f000-0000-7000-8000-0000000000dd',
  resultZh: '已列入',
  clear: false,
  checkedOn: '2026-11-24',
  note: '查询编号 3',
  byZh: '蒲县审核人员一',
  picture: { uploadId: '0197f000-0000-7000-8000-0000000000ee', name: '截图.jpg', state: 'accepted' as const },
};
const entity = section('entity', '经营主体', {
  lines: [{ field: 'uscc', label: '统一社会信用代码', value: '91141033MA0000017R', before: null, sealed: false }],
});
const review = (checks: object[]) => reviewView({ sections: [entity], checks: checks as never });

beforeEach(() => {
  keepSession('a-session');
  recordChecks.mockReset().mockResolvedValue(review([]));
});

test('one act records that nobody stands in any list', async () => {
  show(<Checks review={review([check('a', '甲名单'), check('b', '乙名单')])} records />);
  expect(screen.getAllByText('未核查')).toHaveLength(2);
  fireEvent.click(screen.getByText('两项名单均未列入'));
  fireEvent.click(control('check-save'));
  await waitFor(() => expect(recordChecks).toHaveBeenCalledTimes(1));
  expect(recordChecks.mock.lastCall?.[0]).toMatchObject({ entryId, codes: ['a', 'b'], clear: true, note: '' });
});

test('whoever is listed is recorded with the evidence, and shown with day, note, picture and who looked', async () => {
  show(<Checks review={review([check('a', '甲名单', { looks: [look] }), check('b', '乙名单')])} records />);
  for (const words of ['已列入', '2026-11-24 已列入 · 蒲县审核人员一', '查询编号 3', '查看截图'])
    expect(screen.getByText(words)).toBeTruthy();
  fireEvent.click(control('check-add-b'));
  fireEvent.click(control('check-result-listed'));
  fireEvent.click(control('check-save'));
  expect(await screen.findAllByText('请写明在哪里查的、查到什么')).not.toHaveLength(0);
  expect(recordChecks).not.toHaveBeenCalled();
});

test('a register opens with the code copied; who only reads records nothing', async () => {
  const copied = jest.fn().mockResolvedValue(undefined);
  Object.assign(navigator, { clipboard: { writeText: copied } });
  const opened = jest.spyOn(window, 'open').mockReturnValue(null);
  show(<Checks review={review([check('a', '甲名单'), check('b', '乙名单')])} records={false} />);
  fireEvent.click(control('register-a'));
  await waitFor(() => expect(opened).toHaveBeenCalledWith('https://www.creditchina.gov.cn', '_blank', 'noopener'));
  expect(copied).toHaveBeenCalledWith('91141033MA0000017R');
  expect(document.getElementById('checks-all-clear')).toBeNull();
  expect(document.getElementById('check-add-a')).toBeNull();
});

test('what approval waits for closes it, in words', () => {
  const marks = [
    {
      section: 'entity' as const,
      round: 1,
      verdict: 'ok' as const,
      codes: [],
      fields: [],
      seen: [],
      comment: '',
      version: 1,
    },
  ];
  const closed = (looks: object[]) =>
    closedBecause(
      { ...review([check('a', '甲名单', { required: true, looks })]), moves: holdersMoves } as never,
      'approve',
      marks,
      false,
    );
  expect(closed([])).toBe('请先登记核查结果：“甲名单”');
  expect(closed([{ ...look, clear: true }])).toBeNull();
});
