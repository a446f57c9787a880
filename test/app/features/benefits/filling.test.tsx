import Taro from '@tarojs/taro';
import { screen, waitFor, within } from '@testing-library/react';
import { leaveDevice } from '../../../../src/client/session/leave-device';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { ApplicationDesk } from '../../../../src/features/benefits/application/application-desk';
import type { OwnView, SectionView } from '../../../../src/features/benefits/application/application-view';
import { api } from '../../../support/api';
import { control, showPage, tap, type } from '../../../support/shown';
import { applicationId, applicationView, offer } from './shown-application';

const benefits = api.benefits;
const part = (given: Partial<SectionView> = {}): SectionView => ({
  section: 'business',
  zh: '经营主体',
  version: 1,
  data: { entityKind: 'none', address: '西关街', about: '核桃加工' },
  masked: {},
  savedAt: null,
  savedByZh: null,
  editable: true,
  problems: {},
  sources: {},
  faults: [],
  choices: {},
  ...given,
});
const consent = (givenAt: string | null) => ({
  kind: 'guaranteed-loan.hr',
  zh: '同意人社窗口查看',
  bodyZh: '',
  required: true,
  givenAt,
});
const ownView = (given: Partial<OwnView> = {}): OwnView => ({
  introZh: '填好就可以提交',
  sections: [part()],
  slots: [],
  files: [],
  handsIn: 'submit',
  filesFaults: [],
  consents: [consent('2026-11-20T09:00:00+08:00')] as unknown as OwnView['consents'],
  ...given,
});
const filling = (given: Partial<OwnView> = {}) =>
  applicationView({
    state: 'draft',
    stateZh: '填写中',
    waits: 'own',
    editable: true,
    holderZh: '您',
    own: ownView(given),
  });
const handedIn = applicationView({ version: 3, own: ownView({ handsIn: null }) });
const show = () => showPage(<ApplicationDesk applicationId={applicationId} />);

beforeEach(() => {
  leaveDevice();
  keepSession('a-session');
});

test('what an application is refused with stands in the bar, beside the button that sent it', async () => {
  const sentence = '演示孵化基地没有厂房，请换一个基地或位置类型';
  benefits.application.mockResolvedValue(filling());
  benefits.moveApplication.mockRejectedValue(new Failure('BENEFITS_UNFINISHED', sentence));
  show();
  await tap('submit');
  const said = await screen.findByText(sentence);
  expect(said.closest('.xh-page-action')).toBe(control('submit').closest('.xh-page-action'));
});

test('a consent that is not ticked says so itself', async () => {
  benefits.application.mockResolvedValue(filling({ consents: [consent(null)] as unknown as OwnView['consents'] }));
  show();
  await tap('submit');
  expect(await screen.findByText('请阅读后勾选“同意人社窗口查看”')).toBeTruthy();
  expect(benefits.moveApplication).not.toHaveBeenCalled();
});

test('handed in, and taken back, the page is read from its top', async () => {
  const withdraw = offer('withdraw', '撤回', { danger: '撤回后不能恢复。' });
  benefits.application.mockResolvedValueOnce(filling());
  benefits.application.mockResolvedValue({ ...handedIn, moves: [withdraw] });
  benefits.moveApplication.mockResolvedValue({ applicationId, state: 'hr_review', stateZh: '待核实资格', version: 3 });
  show();
  await tap('submit');
  expect(await screen.findByText('现在由蒲县人社窗口办理')).toBeTruthy();
  expect(Taro.pageScrollTo).toHaveBeenCalledWith({ scrollTop: 0, duration: 0 });
  expect(Taro.showToast).toHaveBeenCalledWith(expect.objectContaining({ title: '已提交' }));
  jest.mocked(Taro.pageScrollTo).mockClear();
  benefits.application.mockResolvedValue({ ...handedIn, state: 'withdrawn', stateZh: '已撤回', holderZh: null });
  await tap('withdraw');
  await waitFor(() => expect(Taro.pageScrollTo).toHaveBeenCalledWith({ scrollTop: 0, duration: 0 }));
});

test('a part that was saved in another window is chosen from within the page, and the other window is one’s own', async () => {
  benefits.application.mockResolvedValue(filling());
  const theirs = part({ version: 2, data: { ...part().data, address: '东关街' } });
  benefits.saveApplication.mockRejectedValueOnce(new Failure('CASE_STALE', '内容刚在另一台设备上改过', {}, theirs));
  show();
  await waitFor(() => control('field-business-address'));
  type('field-business-address', '北关街');
  await tap('submit');
  const card = within(await waitFor(() => control('part-business')));
  expect(await card.findByText('在别处写的')).toBeTruthy();
  expect(card.getByText('东关街')).toBeTruthy();
  expect(document.querySelectorAll('.xh-page')).toHaveLength(1);
  benefits.saveApplication.mockResolvedValueOnce({ ...theirs, version: 3 });
  await tap('contest-address-theirs');
  await tap('settle-part-business');
  await waitFor(() => expect((control('field-business-address') as HTMLTextAreaElement).value).toBe('东关街'));
});
