import Taro from '@tarojs/taro';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Failure } from '../../../../src/client/transport/failure';
import { SectionDesk } from '../../../../src/features/entry/form/section-desk';
import { api } from '../../../support/api';
import { control, showPage } from '../../../support/shown';
import { contestView, entryId, entryView, homeView, sectionView } from './entry-data';

const { get, saveSection } = api.entry;
const show = (check = false) => showPage(<SectionDesk entryId={entryId} section="project" check={check} />);

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-24T11:00:00+08:00'));
  api.competition.home.mockResolvedValue(homeView);
  api.competition.contest.mockResolvedValue(contestView);
  get.mockResolvedValue(entryView());
});

test('leaving a field saves it, and the time of saving is told', async () => {
  saveSection.mockResolvedValue(
    sectionView({ version: 4, data: { title: '好山货' }, savedAt: '2026-11-24T10:32:00+08:00' }),
  );
  show();
  fireEvent.change(await waitFor(() => control('field-title')), { target: { value: '好山货' } });
  expect(control('save-sign').textContent).toBe('正在保存');
  fireEvent.blur(control('field-title'));
  await waitFor(() => expect(control('save-sign').textContent).toBe('已自动保存 10:32'));
  expect(control('save-sign').getAttribute('aria-live')).toBe('polite');
  expect(saveSection).toHaveBeenCalledTimes(1);
});

test('a stale write shows both values, and the chosen one is saved', async () => {
  const theirs = sectionView({ version: 4, data: { title: '队友写的名字' }, savedByZh: '李强' });
  saveSection.mockRejectedValueOnce(new Failure('CASE_STALE', '内容刚在另一台设备上改过，请刷新后再改', {}, theirs));
  saveSection.mockResolvedValueOnce(sectionView({ version: 5, data: { title: '队友写的名字' } }));
  show();
  fireEvent.change(await waitFor(() => control('field-title')), { target: { value: '我写的名字' } });
  fireEvent.blur(control('field-title'));
  expect(await screen.findByText('我写的名字')).toBeTruthy();
  expect(screen.getByText('队友写的名字')).toBeTruthy();
  fireEvent.click(control('contest-title-theirs'));
  fireEvent.click(control('settle'));
  await waitFor(() => expect((control('field-title') as HTMLInputElement).value).toBe('队友写的名字'));
});

test('what is missing is said only once a field was left, or at once on checking', async () => {
  get.mockResolvedValue(
    entryView({ sections: [sectionView({ problems: { title: '请填写项目名称', summary: '请填写一句话简介' } })] }),
  );
  const first = show();
  await waitFor(() => control('field-title'));
  expect(document.getElementById('field-title-error')).toBeNull();
  fireEvent.blur(control('field-title'));
  expect((await waitFor(() => control('field-title-error'))).textContent).toBe('请填写项目名称');
  expect(document.getElementById('field-summary-error')).toBeNull();
  first.unmount();
  show(true);
  expect((await waitFor(() => control('field-summary-error'))).textContent).toBe('请填写一句话简介');
});

test('a part that may not be changed is shown to read, with the reason', async () => {
  get.mockResolvedValue(entryView({ state: 'submitted', moves: [], sections: [sectionView({ editable: false })] }));
  show();
  expect(await screen.findByText('项目已提交，现在只能查看。')).toBeTruthy();
  expect(document.getElementById('field-title')).toBeNull();
  expect(screen.getByText('山货直供')).toBeTruthy();
});

test('what was agreed to is only to be read once the part is closed; the public display is withdrawn by an act that asks', async () => {
  const consent = (kind: string, zh: string, required: boolean) => ({
    kind,
    zh,
    bodyZh: '用途说明',
    required,
    version: 'DEMO-1',
    givenAt: '2026-11-24T10:00:00+08:00',
  });
  const entry = entryView({
    state: 'submitted',
    consents: [
      consent('sensitive', '同意处理敏感个人信息', true),
      consent('publicDisplay', '同意公开展示项目名称和简介', false),
    ],
    sections: [sectionView({ section: 'declaration', zh: '承诺与授权', editable: false })],
  });
  get.mockResolvedValue(entry);
  api.entry.giveConsents.mockResolvedValue(entry);
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  showPage(<SectionDesk entryId={entryId} section="declaration" check={false} />);
  expect((await waitFor(() => control('consent-sensitive'))).textContent).toContain('已同意，2026-11-24 10:00');
  fireEvent.click(control('consent-sensitive'));
  fireEvent.click(control('consent-publicDisplay'));
  expect(document.querySelector('[role="checkbox"]')).toBeNull();
  expect(document.getElementById('withdraw-sensitive')).toBeNull();
  fireEvent.click(control('withdraw-publicDisplay'));
  await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(1));
  expect(api.entry.giveConsents).not.toHaveBeenCalled();
  fireEvent.click(control('withdraw-publicDisplay'));
  await waitFor(() =>
    expect(api.entry.giveConsents.mock.lastCall?.[0]).toEqual({
      entryId,
      sensitive: true,
      publicDisplay: false,
    }),
  );
});

test('who comes for a field that a fault names finds it in focus', async () => {
  showPage(<SectionDesk entryId={entryId} section="project" check at="summary" />);
  await waitFor(() => expect(document.activeElement?.id).toBe('field-summary'));
});
