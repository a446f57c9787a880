import Taro from '@tarojs/taro';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Failure } from '../../../../src/client/transport/failure';
import { AnnouncementDesk } from '../../../../src/features/competition/announcements/announcement-desk';
import { WriteDesk } from '../../../../src/features/competition/announcements/write-desk';
import { GuideDesk } from '../../../../src/features/competition/guide/guide-desk';
import { Timetable } from '../../../../src/features/competition/timetable';
import { ContactCard } from '../../../../src/patterns/contact-card';
import { api } from '../../../support/api';
import { control, showPage } from '../../../support/shown';

const competition = api.competition;

const contact = {
  office: '蒲县创业服务窗口（演示）',
  phone: '0357-0000014',
  address: '蒲县政务服务中心一楼（演示地址）',
  hours: '工作日 08:30–12:00，14:30–18:00',
  venue: '',
};
const signUp = {
  kind: 'signUp',
  zh: '报名',
  opensAt: '2026-11-04T00:00:00+08:00',
  closesAt: '2099-12-14T00:00:00+08:00',
  state: 'open' as const,
};

test('a tap on the card calls the office; without a card there is none', () => {
  const { rerender } = render(<ContactCard title="蒲县赛场" contact={contact} />);
  fireEvent.click(control('contact-call'));
  expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '0357-0000014' });
  expect(screen.getByText('蒲县创业服务窗口（演示），工作日 08:30–12:00，14:30–18:00')).toBeTruthy();
  expect(control('contact-address').textContent).toBe(contact.address);
  rerender(<ContactCard title="蒲县赛场" contact={null} />);
  expect(document.getElementById('contact')).toBeNull();
});

test('what is still to come goes into the calendar as a file; of what is over there is no button', async () => {
  const blobs: Blob[] = [];
  Object.assign(URL, {
    createObjectURL: jest.fn((blob: Blob) => {
      blobs.push(blob);
      return 'blob:x';
    }),
    revokeObjectURL: jest.fn(),
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { rerender } = render(<Timetable phases={[signUp]} nameZh="蒲县赛场" place="c" />);
  fireEvent.click(control('add-to-calendar'));
  await waitFor(() => expect(blobs).toHaveLength(1));
  expect(blobs[0]?.type).toBe('text/calendar;charset=utf-8');
  rerender(<Timetable phases={[{ ...signUp, state: 'closed' }]} nameZh="蒲县赛场" place="c" />);
  expect(document.getElementById('add-to-calendar')).toBeNull();
});

test('the guide of a region has its rules, prizes, timetable, questions and card, and the part that was asked for comes into sight', async () => {
  competition.guide.mockResolvedValue({
    now: '2026-11-24T09:00:00+08:00',
    contestId: 'LF-XH-2026-141033',
    regionZh: '蒲县',
    editionZh: '2026 年星火项目创业大赛（演示）',
    rulesZh: '年满 16 周岁可以报名。',
    faq: [{ q: '报名收费吗', a: '不收费' }],
    templates: [
      { name: '商业计划书模板', uploadId: '01930000-0000-7000-8000-000000000001', kind: 'docx', size: 24_576 },
    ],
    awards: [{ code: 'first', zh: '一等奖', places: 1 }],
    fund: null,
    phases: [signUp],
    contact,
    organiser: { nameZh: '', filingZh: '' },
  });
  competition.openPublicFile.mockRejectedValue(new Failure('NOT_FOUND', '没有找到，可能已被删除'));
  showPage(<GuideDesk contestId="LF-XH-2026-141033" part="faq" />);
  expect(await screen.findByText('蒲县办事指南')).toBeTruthy();
  expect(Taro.pageScrollTo).toHaveBeenCalledWith({ selector: '#guide-faq', duration: 0 });
  for (const words of ['年满 16 周岁可以报名。', '报名收费吗', '每个赛场 1 个', '0357-0000014']) {
    expect(screen.getByText(words)).toBeTruthy();
  }
  fireEvent.click(control('template-0'));
  expect(await screen.findByText('没有找到，可能已被删除')).toBeTruthy();
});

test('an announcement says whose it is and offers its file; one that was withdrawn says so and leads home', async () => {
  competition.announcement.mockResolvedValueOnce({
    announcementId: '01930000-0000-7000-8000-000000000003',
    regionId: '141033',
    regionZh: '蒲县',
    title: '窗口周六开放',
    publishedAt: '2026-11-24T09:00:00+08:00',
    body: '周六上午照常收件。',
    file: { uploadId: '01930000-0000-7000-8000-000000000004', name: '安排.pdf', size: 20480, kind: 'pdf' },
  });
  const { unmount } = showPage(<AnnouncementDesk announcementId="a" />);
  expect(await screen.findByText('蒲县赛场 · 2026-11-24 09:00')).toBeTruthy();
  expect(screen.getByText('PDF · 20 KB')).toBeTruthy();
  unmount();
  competition.announcement.mockRejectedValueOnce(new Failure('NOT_FOUND', '没有找到'));
  showPage(<AnnouncementDesk announcementId="b" />);
  expect(await screen.findByText('没有找到这个公告')).toBeTruthy();
});

test('what an announcement lacks, and what the server says of its text, stands beside the field', async () => {
  const places = [{ regionId: '141033', zh: '蒲县' }];
  competition.announcements.mockResolvedValue({ places, items: [] } as never);
  showPage(<WriteDesk />);
  fireEvent.click(await waitFor(() => control('save')));
  expect(screen.getByText('请填写标题')).toBeTruthy();
  expect(screen.getByText('请填写正文')).toBeTruthy();
  expect(competition.writeAnnouncement).not.toHaveBeenCalled();
  fireEvent.change(control('field-title'), { target: { value: '窗口周六开放' } });
  fireEvent.change(control('field-body'), { target: { value: '照常收件' } });
  competition.writeAnnouncement.mockRejectedValue(new Failure('BAD_INPUT', '有错', { body: '正文里有不能用的词' }));
  fireEvent.click(control('save'));
  expect(
    (await screen.findByText('正文里有不能用的词')).closest('.xh-field')?.querySelector('#field-body'),
  ).toBeTruthy();
  expect(screen.queryByText('有错')).toBeNull();
  const written = { regionId: '141033', title: '窗口周六开放', body: '照常收件' };
  expect(competition.writeAnnouncement.mock.calls[0]?.[0]).toEqual(written);
});
