import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { ReviewFiles } from '../../../../src/features/screening/review/review-files';
import { api } from '../../../support/api';
import { show } from './review-view';

const row = () => ({ verdict: 'unread' as const, current: false });
const material = {
  uploadId: '0197f000-0000-7000-8000-0000000000b1',
  slot: 'video',
  fileNo: 1,
  locationRemoved: false,
  nameCovered: false,
  personal: false,
  name: '视频.mov',
  size: 1024,
  kind: 'mov',
  state: 'accepted' as const,
  refusal: null,
  version: 1,
  sha256: null,
  uploadedAt: '2026-11-24T10:00:00+08:00',
  frozenIn: 1,
  current: true,
};

test.each([
  ['codec:hvc1', '视频编码是 HEVC，有的手机放不出来，请换电脑打开'],
  ['codec:xyz1', '视频编码是 xyz1，有的手机放不出来，请换电脑打开'],
  ['pdf-script', 'PDF 里有脚本，请用手机或浏览器查看'],
  ['pdf-open-action', 'PDF 打开时会自动执行动作，请用手机或浏览器查看'],
  ['not-all-seen', '文件有一部分没有检查到，打开时请留意'],
])('the mark %s is told beside its file', (mark, words) => {
  show(
    <ReviewFiles
      row={row}
      materials={[{ ...material, marks: [mark] }]}
      names={{ video: '项目视频' }}
      renewals={[]}
      opens="yes"
    />,
  );
  expect(screen.getByText(words, { exact: false })).toBeTruthy();
});

test('a file without marks is shown without a warning', () => {
  show(<ReviewFiles row={row} materials={[material]} names={{ video: '项目视频' }} renewals={[]} opens="yes" />);
  expect(screen.queryByText('请留意')).toBeNull();
});

test('the files of one slot stand in their order, whichever was sent anew', () => {
  const files = [3, 1, 2].map((fileNo) => ({
    ...material,
    uploadId: `u${fileNo}`,
    fileNo,
    name: `专利${fileNo}.pdf`,
    version: fileNo,
  }));
  const { container } = show(
    <ReviewFiles row={row} materials={files} names={{ video: '专利' }} renewals={[]} opens="yes" />,
  );
  expect(container.textContent?.match(/专利\d/g)).toEqual(['专利1', '专利2', '专利3']);
});

test('a picture of a paper is opened by who holds the entry, after being asked', async () => {
  const openMaterial = api.entry.openMaterial.mockReturnValue(new Promise(() => undefined));
  const paper = { ...material, slot: 'identity_paper', name: '护照.jpg', personal: true };
  const page = (opens: 'yes' | 'afterClaim' | 'no') => (
    <ReviewFiles row={row} materials={[paper]} names={{ identity_paper: '证件照片' }} renewals={[]} opens={opens} />
  );
  const { container, unmount } = show(page('afterClaim'));
  expect(container.textContent).toContain('受理后可以打开');
  expect(document.getElementById(`open-${paper.uploadId}`)).toBeNull();
  unmount();
  show(page('yes'));
  const ask = jest.spyOn(Taro, 'showModal');
  ask.mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  const open = () => fireEvent.click(document.getElementById(`open-${paper.uploadId}`) as HTMLElement);
  open();
  await waitFor(() => expect(ask).toHaveBeenCalledWith(expect.objectContaining({ title: '打开证件照片' })));
  expect(openMaterial).not.toHaveBeenCalled();
  ask.mockResolvedValueOnce({ confirm: true, cancel: false, errMsg: '' });
  open();
  await waitFor(() => expect(openMaterial.mock.lastCall?.[0]).toEqual({ uploadId: paper.uploadId }));
});

test('what is newer than the submission is marked, with who sent it and its hash, and the submitted one stays', () => {
  const deck = { ...material, slot: 'pitch_deck', name: '路演一.pdf' };
  const version = (n: number) => ({
    ...deck,
    uploadId: `v${n}`,
    name: `路演${n}.pdf`,
    version: n,
    frozenIn: null,
    sha256: `${n}`.repeat(64),
    byZh: '成员李强',
    current: n === 3,
  });
  const renewals = [
    {
      slot: 'pitch_deck',
      zh: '路演 PPT',
      locksAt: null,
      closed: null,
      versions: [version(3), version(2), { ...deck, byZh: '负责人' }],
    },
  ];
  const { container } = show(
    <ReviewFiles row={row} materials={[deck]} names={{ pitch_deck: '路演 PPT' }} renewals={renewals} opens="yes" />,
  );
  expect(container.textContent).toContain('路演一.pdf');
  const newer = () => document.getElementById('renewed-pitch_deck')?.textContent ?? '';
  expect(newer()).toContain('提交后有更新');
  expect(newer()).toContain('成员李强');
  expect(newer()).toContain('3333333333333333');
  expect(newer()).not.toContain('路演2');
  fireEvent.click(document.getElementById('all-pitch_deck') as HTMLElement);
  expect(newer()).toContain('路演2.pdf');
});
