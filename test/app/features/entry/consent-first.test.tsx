import Taro from '@tarojs/taro';
import { fireEvent, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { SectionDesk } from '../../../../src/features/entry/form/section-desk';
import { InvitationDesk } from '../../../../src/features/entry/team/invitation-desk';
import { api } from '../../../support/api';
import { control, showPage, type } from '../../../support/shown';
import { contestView, entryId, entryView, homeView, sectionView } from './entry-data';

const { get, giveConsents, invitation, joinTeam } = api.entry;
const sensitive = {
  kind: 'sensitive',
  zh: '同意处理个人信息',
  bodyZh: '用途和保存年限',
  required: true,
  version: 'DEMO-4',
  givenAt: null as string | null,
};
const given = { ...sensitive, givenAt: '2026-11-24T11:00:00+08:00' };
const display = { ...sensitive, kind: 'publicDisplay', zh: '同意公开展示', required: false };
const leader = (masked = {}) =>
  sectionView({
    section: 'leader',
    zh: '项目负责人',
    data: { name: '王小明' },
    masked,
    problems: { idNumber: '请填写' },
  });
const entry = (consent: typeof sensitive, more: object = {}) =>
  entryView({ consents: [consent, display], sections: [leader()], ...more });
const missing = (id: string) => document.getElementById(id) === null;

beforeEach(() => {
  keepSession('a-session');
  api.competition.home.mockResolvedValue(homeView);
  api.competition.contest.mockResolvedValue(contestView);
  giveConsents.mockReset();
});
const show = () => showPage(<SectionDesk entryId={entryId} section="leader" check={false} />);

test('the numbers open by the consent above them, which nobody has ticked beforehand and which gives no other', async () => {
  get.mockResolvedValue(entry(sensitive));
  giveConsents.mockResolvedValue(entry(given));
  show();
  const box = await waitFor(() => control('consent-sensitive'));
  expect(box.getAttribute('aria-checked')).toBe('false');
  expect(missing('consent-publicDisplay')).toBe(true);
  expect([missing('field-idNumber'), missing('field-phone')]).toEqual([true, true]);
  expect(control('closed-idNumber').textContent).toBe('请先阅读并勾选“同意处理个人信息”，再填写');
  fireEvent.click(box);
  await waitFor(() => control('field-idNumber'));
  expect(missing('field-phone')).toBe(false);
  expect(giveConsents.mock.lastCall?.[0]).toEqual({ entryId, sensitive: true, publicDisplay: false });
  expect(Taro.showModal).not.toHaveBeenCalled();
});

test('taking it back asks first, since the numbers go with it', async () => {
  get.mockResolvedValue(entry(given, { sections: [leader({ idNumber: '1410**********0017' })] }));
  giveConsents.mockResolvedValue(entry(sensitive));
  const modal = jest.mocked(Taro.showModal);
  modal.mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  show();
  fireEvent.click(await waitFor(() => control('consent-sensitive')));
  await waitFor(() => expect(modal).toHaveBeenCalledTimes(1));
  expect(modal.mock.lastCall?.[0]?.content).toContain('立即删除');
  expect(giveConsents).not.toHaveBeenCalled();
  modal.mockResolvedValueOnce({ confirm: true, cancel: false, errMsg: '' });
  fireEvent.click(control('consent-sensitive'));
  await waitFor(() => control('closed-idNumber'));
  expect(missing('masked-idNumber')).toBe(true);
});

test('a colleague is told that the leader has to agree', async () => {
  get.mockResolvedValue(entry(sensitive, { isLeader: false }));
  show();
  expect((await waitFor(() => control('closed-phone'))).textContent).toContain('负责人本人');
  expect(missing('consent-sensitive')).toBe(true);
});

test('an invitation asks the consent in its own form, and sends it along', async () => {
  const { givenAt: _, ...consent } = sensitive;
  invitation.mockResolvedValue({
    entryId,
    title: '山货直供',
    regionZh: '蒲县',
    leaderZh: '王**',
    access: 'view',
    expiresAt: '2026-12-01T09:00:00+08:00',
    alreadyIn: false,
    closed: null,
    consent,
  });
  joinTeam.mockRejectedValue(new Failure('ENTRY_TEAM_FULL', '团队已满，不能再加人'));
  showPage(<InvitationDesk token="t" />);
  await waitFor(() => control('field-name'));
  type('field-name', '李强');
  type('field-roleZh', '技术');
  type('field-phone', '19900009000');
  fireEvent.click(control('join'));
  expect((await waitFor(() => control('consent-sensitive-error'))).textContent).toContain('同意处理个人信息');
  expect(joinTeam).not.toHaveBeenCalled();
  fireEvent.click(control('consent-sensitive'));
  fireEvent.click(control('join'));
  await waitFor(() => expect(joinTeam.mock.lastCall?.[0]).toMatchObject({ phone: '19900009000', sensitive: true }));
});
