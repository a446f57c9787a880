import Taro from '@tarojs/taro';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { ReviewDesk } from '../../../../src/features/screening/review/review-desk';
import { link } from '../../../../src/shared/routes';
import { api } from '../../../support/api';
import { clerk, control, entryId, reviewView, section, show } from './review-view';

const screening = api.screening;
const openMaterial = api.entry.openMaterial;

const material = (uploadId: string, given: object = {}) => ({
  uploadId,
  slot: 'business_plan',
  fileNo: 1,
  locationRemoved: false,
  nameCovered: false,
  personal: false,
  name: '计划书.pdf',
  size: 1024,
  kind: 'pdf',
  state: 'accepted' as const,
  refusal: null,
  version: 1,
  sha256: null,
  uploadedAt: '2026-11-24T10:00:00+08:00',
  frozenIn: 1,
  current: true,
  ...given,
});
const names = [
  { field: 'business_plan', label: '商业计划书', value: '', before: null, sealed: false },
  { field: 'photo', label: '现场照片', value: '', before: null, sealed: false },
  { field: 'id_card', label: '身份证照片', value: '', before: null, sealed: false },
];
const lineOf = (field: string, label: string) => ({ field, label, value: '1', before: null, sealed: false });
const sections = [
  section('project', '项目情况', { lines: [lineOf('title', '项目名称'), lineOf('summary', '项目简介')] }),
  section('jobs', '带动就业', { lines: [] }),
  section('materials', '报名材料', { lines: names }),
];
const materials = [
  material('u-plan'),
  material('u-photo', { slot: 'photo', name: '照片.jpg', kind: 'jpg' }),
  material('u-film', { slot: 'film', name: '视频.mp4', kind: 'mp4' }),
  material('u-deck', { slot: 'deck', name: '路演.pptx', kind: 'pptx' }),
  material('u-paper', { slot: 'id_card', name: '身份证.jpg', kind: 'jpg', personal: true }),
];
const row = (id: string, title: string) => ({ ...reviewView(), entryId: id, title }) as never;

function draw(width: number): void {
  window.innerWidth = width;
  act(() => void window.dispatchEvent(new Event('resize')));
}
const press = (key: string, on: Element = document.body) => act(() => void fireEvent.keyDown(on, { key }));
const verdicts = () => screening.markSection.mock.calls.map(([{ section: name, verdict }]) => `${name} ${verdict}`);

async function open(given: Parameters<typeof reviewView>[0] = {}, width = 1280) {
  window.innerWidth = width;
  screening.review.mockResolvedValue(reviewView({ sections, materials, ...given }));
  const shown = show(<ReviewDesk entryId={entryId} />);
  await screen.findAllByText('项目情况');
  return shown;
}

beforeEach(() => {
  keepSession('a-session');
  api.people.me.mockResolvedValue(clerk);
  screening.neighbours.mockResolvedValue({ place: null, previous: null, next: 'next-entry' });
  screening.queue.mockResolvedValue({
    items: [row(entryId, '山里的香菇'), row('next-entry', '槐花蜜加工')],
    next: null,
    total: { count: 2, more: false },
    contests: [],
    states: [],
    tracks: [],
  } as never);
  screening.markSection.mockImplementation(
    async ({ section: name, markVersion, ...draft }) =>
      ({ ...section(name, name), ...draft, markVersion: markVersion + 1 }) as never,
  );
  openMaterial.mockImplementation(async ({ uploadId }) => {
    const { name, kind } = materials.find((each) => each.uploadId === uploadId) ?? material('');
    return { url: `/files/${uploadId}`, expiresAt: '', name, kind, inline: kind !== 'pptx' } as never;
  });
});
afterEach(() => draw(375));

test('below 900 px it is one column with views to choose from, and no document is opened', async () => {
  await open({}, 899);
  expect(document.getElementById('review-tab')).not.toBeNull();
  expect(document.getElementById('desk-rail')).toBeNull();
  expect(openMaterial).not.toHaveBeenCalled();
  expect(screening.queue).not.toHaveBeenCalled();
});

test('from 900 px there are rail, form and document; who holds the entry sees its first document at once', async () => {
  await open({}, 900);
  expect(document.getElementById('review-tab')).toBeNull();
  expect(control('rail-project').textContent).toContain('未审');
  await waitFor(() => expect(document.querySelector('iframe')?.getAttribute('src')).toBe('/files/u-plan'));
  expect(openMaterial).toHaveBeenCalledTimes(1);
  expect(screen.getByText('第 1 个，共 2 个')).toBeTruthy();
});

test('of an entry that one does not hold no document is opened by itself, and a paper not at all', async () => {
  await open({ claimedByMe: false, claimedByZh: null });
  expect(openMaterial).not.toHaveBeenCalled();
  fireEvent.click(control('tab-u-paper'));
  await act(async () => undefined);
  expect(openMaterial).not.toHaveBeenCalled();
  fireEvent.click(control('tab-u-plan'));
  await waitFor(() => expect(document.querySelector('iframe')).not.toBeNull());
});

test('a picture and a film stand beside the form; of what no browser shows there is a download; a paper is asked about', async () => {
  await open();
  fireEvent.click(control('tab-u-photo'));
  await waitFor(() => expect(document.querySelector('img[src="/files/u-photo"]')).not.toBeNull());
  fireEvent.click(control('picture-larger'));
  expect(screen.getByText('150%')).toBeTruthy();
  fireEvent.click(control('picture-turn'));
  expect(document.querySelector<HTMLElement>('img[src="/files/u-photo"]')?.style.transform).toContain('rotate(90deg)');
  fireEvent.click(control('tab-u-film'));
  await waitFor(() => expect(document.querySelector('video')?.getAttribute('src')).toBe('/files/u-film'));
  fireEvent.click(control('tab-u-deck'));
  expect(await screen.findByText('下载')).toBeTruthy();
  const before = openMaterial.mock.calls.length;
  jest.mocked(Taro.showModal).mockResolvedValueOnce({ confirm: false, cancel: true, errMsg: '' });
  fireEvent.click(control('tab-u-paper'));
  await act(async () => undefined);
  expect(openMaterial).toHaveBeenCalledTimes(before);
});

test('a document that is opened in the form stands beside it, in no window of its own', async () => {
  await open();
  fireEvent.click(control('open-u-photo'));
  await waitFor(() => expect(document.querySelector('img[src="/files/u-photo"]')).not.toBeNull());
  expect(control('tab-u-photo').getAttribute('aria-selected')).toBe('true');
});

test('J and K go from row to row over the parts, 1 and 2 judge the row in question, and the part with it', async () => {
  await open();
  await press('1');
  expect(verdicts()).toEqual([]);
  await press('j');
  expect(control('section-project').className).toContain('xh-part-current');
  expect(control('line-project-title').className).toContain('xh-row-current');
  await press('1');
  expect(control('line-project-title').textContent).toContain('无误');
  expect(control('rail-project').textContent).toContain('1/2');
  await press('J');
  await press('1');
  expect(control('rail-project').textContent).toContain('无误');
  await press('j');
  await press('2');
  await waitFor(() => expect(verdicts()).toEqual(['project unread', 'project ok', 'jobs fault']));
  await press('K');
  expect(control('rail-project').className).toContain('xh-desk-lit');
  expect(control('line-project-summary').className).toContain('xh-row-current');
  expect(control('rail-jobs').textContent).toContain('有误');
  // A row of files is lit where its files stand.
  await press('l');
  await press('l');
  expect(control('files-business_plan').className).toContain('xh-row-current');
  await press('h');
  expect(control('section-jobs').className).toContain('xh-part-current');
});

test('a row found wrong by key is the one that the letter names; its words are asked for at once, and keys are letters there', async () => {
  await open();
  await press('j');
  await press('j');
  await press('2');
  const comment = await waitFor(() => control('comment-project'));
  const words = comment.matches('textarea') ? comment : (comment.querySelector('textarea') ?? comment);
  await waitFor(() => expect(document.activeElement).toBe(words));
  fireEvent.change(words, { target: { value: '请写明客户' } });
  await press('1', words);
  await press('3');
  fireEvent.blur(words);
  await waitFor(() =>
    expect(screening.markSection.mock.lastCall?.[0]).toMatchObject({
      section: 'project',
      verdict: 'fault',
      fields: ['summary'],
      seen: ['title'],
      comment: '请写明客户',
    }),
  );
  for (const part of ['jobs', 'materials']) fireEvent.click(control(`mark-${part}-ok`));
  fireEvent.click(await waitFor(() => control('return')));
  expect(control('faults-project').textContent).toBe('项目情况1. 项目简介：请写明客户');
  // While the letter is read, keys are no verdicts.
  const before = screening.markSection.mock.calls.length;
  const drawn = jest.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as never);
  await press('1');
  drawn.mockRestore();
  expect(screening.markSection.mock.calls.length).toBe(before);
});

test('3 finds the other rows of the part in order, never the one in question', async () => {
  await open();
  await press('j');
  await press('3');
  expect(control('line-project-summary').textContent).toContain('无误');
  expect(control('line-project-title').textContent).not.toContain('无误');
  await press('1');
  await waitFor(() => expect(verdicts()).toEqual(['project unread', 'project ok']));
});

test('no key does anything while somebody types, is asked, or holds a modifier', async () => {
  await open();
  await press('j');
  await press('2');
  const field = await waitFor(() => control('comment-project'));
  await press('1', field.closest('input, textarea') ?? field.querySelector('textarea') ?? field);
  act(() => void fireEvent.keyDown(document.body, { key: '1', ctrlKey: true }));
  await waitFor(() => expect(verdicts()).toEqual(['project fault']));
});

test('on a phone’s window keys are letters and nothing more', async () => {
  await open({}, 375);
  await press('j');
  await press('1');
  await press('n');
  expect(verdicts()).toEqual([]);
  expect(Taro.redirectTo).not.toHaveBeenCalled();
});

test('N opens what comes next in the queue', async () => {
  await open();
  await screen.findByText('槐花蜜加工');
  await press('n');
  const next = link('staff/review', { entryId: 'next-entry' });
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: next }));
});

test('the rest is judged in one act, but never the part in question', async () => {
  await open();
  await press('j');
  expect(control('rest-ok').textContent).toBe('余下 2 项都无误');
  fireEvent.click(control('rest-ok'));
  await waitFor(() => expect(verdicts().sort()).toEqual(['jobs ok', 'materials ok']));
  expect(control('rail-project').textContent).toContain('未审');
});

test('who does not hold the entry judges nothing by key', async () => {
  await open({ claimedByMe: false });
  expect(control('desk-keys').textContent).toBe('J下一行K上一行L下一部分H上一部分N下一个项目');
  await press('j');
  await press('1');
  expect(verdicts()).toEqual([]);
  expect(document.getElementById('rest-ok')).toBeNull();
});

test('what is typed survives the window being drawn narrower', async () => {
  await open();
  fireEvent.click(control('rail-checks'));
  const field = () => document.querySelector<HTMLTextAreaElement>('textarea[id="note-body"], #note-body textarea');
  await waitFor(() => expect(field()).not.toBeNull());
  fireEvent.change(field() as HTMLTextAreaElement, { target: { value: '电话核实过' } });
  draw(800);
  expect(document.getElementById('desk-rail')).toBeNull();
  expect(field()?.value).toBe('电话核实过');
  draw(1280);
  expect(field()?.value).toBe('电话核实过');
});
