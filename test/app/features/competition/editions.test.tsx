import { valuesOf } from '@shared/competition/edition/values';
import { partNames, parts } from '@shared/competition/parts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { nationalBlueprint } from '../../../../cloudfunctions/core/competition/editions/national-blueprint';
import { keepSession } from '../../../../src/client/session/session';
import { EditionDesk } from '../../../../src/features/competition/editions/edition-desk';
import type { EditionWork, PartView, Preview } from '../../../../src/features/competition/editions/edition-views';
import { EditionsDesk } from '../../../../src/features/competition/editions/editions-desk';
import { PartDesk } from '../../../../src/features/competition/editions/part-desk';
import { PreviewDesk } from '../../../../src/features/competition/editions/preview-desk';
import { api } from '../../../support/api';

const competition = api.competition;

let cache = new QueryClient();
const show = (page: ReactElement) => {
  cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(<QueryClientProvider client={cache}>{page}</QueryClientProvider>);
};
const byId = (id: string) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
};
const input = (id: string) =>
  (byId(id).matches('input,textarea') ? byId(id) : byId(id).querySelector('input,textarea')) as HTMLInputElement;

const work = (more: Partial<EditionWork> = {}): EditionWork => ({
  editionId: 'XH-2027',
  nameZh: '2027 年创业大赛',
  year: 2027,
  status: 'draft',
  statusZh: '未发布',
  cutoffDate: '2027-10-01',
  publishedAt: null,
  writes: true,
  version: 3,
  parts: partNames.map((part) => ({
    part,
    zh: parts[part].zh,
    hintZh: parts[part].hintZh,
    state: 'confirmed',
    stateZh: '已确认',
  })),
  obstacles: [],
  replaces: { editionId: 'XH-2026', nameZh: '2026 年创业大赛' },
  opens: { contests: 18, tracks: 3, groups: 3, slots: 7, phases: 4 },
  versions: [],
  ...more,
});
const part = (name: PartView['part'], more: Partial<PartView> = {}): PartView => ({
  editionId: 'XH-2027',
  part: name,
  zh: parts[name].zh,
  hintZh: '',
  version: 1,
  data: valuesOf(name, nationalBlueprint),
  savedAt: null,
  savedByZh: null,
  editable: true,
  problems: {},
  state: 'toConfirm',
  stateZh: '待确认',
  taken: [],
  published: false,
  changes: [],
  ...more,
});

beforeEach(() => {
  jest.clearAllMocks();
  Taro.clearStorageSync();
  keepSession('a-session');
  api.entry.inEdition.mockResolvedValue({ drafts: 42, sent: 1133 });
});

test('what is missing leads to its part, and nothing is published before', async () => {
  competition.edition.mockResolvedValue(work({ obstacles: [{ part: 'phases', text: '赛程阶段：还有 4 处没有填好' }] }));
  show(<EditionDesk editionId="XH-2027" />);
  expect(await screen.findByText('赛程阶段：还有 4 处没有填好')).toBeTruthy();
  expect(byId('publish').textContent).toBe('还差 1 处');
  expect(screen.getByText('1 处')).toBeTruthy();
  fireEvent.click(byId('publish'));
  expect(competition.publishEdition).not.toHaveBeenCalled();
});

test('who looks on reads an edition and its parts, and neither publishes, deletes nor types', async () => {
  competition.edition.mockResolvedValue(work({ writes: false }));
  const first = show(<EditionDesk editionId="XH-2027" />);
  expect(await screen.findByText('2027 年创业大赛正在筹备')).toBeTruthy();
  for (const id of ['publish', 'drop']) expect(document.getElementById(id)).toBeNull();
  first.unmount();
  competition.editions.mockResolvedValue({ writes: false, editions: [work()] });
  const list = show(<EditionsDesk />);
  expect(await screen.findByText('正在筹备，发布前参赛者看不到')).toBeTruthy();
  expect(document.getElementById('make-edition')).toBeNull();
  list.unmount();
  competition.templateFiles.mockResolvedValue({ files: [] });
  competition.editionPart.mockResolvedValue(part('guide', { editable: false }));
  show(<PartDesk editionId="XH-2027" part="guide" />);
  expect(await screen.findByText(`${parts.guide.zh}：待确认，只能看`)).toBeTruthy();
  for (const id of ['confirm-part', 'pick-template']) expect(document.getElementById(id)).toBeNull();
});

test('publishing asks, and says what happens to whom', async () => {
  competition.edition.mockResolvedValue(work());
  competition.publishEdition.mockResolvedValue(work({ status: 'current' }));
  const asked = jest.mocked(Taro.showModal).mockResolvedValue({ confirm: true, cancel: false, errMsg: '' } as never);
  show(<EditionDesk editionId="XH-2027" />);
  const publish = await waitFor(() => byId('publish'));
  await waitFor(() => expect(api.entry.inEdition).toHaveBeenCalledWith({ editionId: 'XH-2026' }));
  await act(async () => undefined);
  fireEvent.click(publish);
  await waitFor(() => expect(competition.publishEdition).toHaveBeenCalledTimes(1));
  expect(asked.mock.calls[0]?.[0]?.content).toBe(
    '发布后所有人都能看到：18 个赛场、3 个共同赛道、3 个组别、7 项材料、4 个阶段。各县（市、区）审核人员会收到通知。“2026 年创业大赛”转为往届：没有提交的 42 份报名不能再提交，已经提交的 1,133 个项目仍按原规定办。',
  );
  expect(competition.publishEdition.mock.calls[0]?.[0]).toEqual({ editionId: 'XH-2027', version: 3 });
});

test('a preview says that it is one, names what is not filled in, and its pieces lead nowhere', async () => {
  const { groups, slots, consents, declaration, guide, organiser } = nationalBlueprint;
  const phases: Preview['home']['phases'] = [];
  const now = '2026-11-24T09:00:00+08:00';
  const home = { now, mode: 'production', phases, announcements: [], organiser, winnersGet: [] } as const;
  const contest = {
    contestId: 'XH-2027-141033',
    regionId: '141033',
    regionZh: '蒲县',
    locatedIn: null,
    tracks: [],
    contact: null,
    signUp: null,
  };
  competition.previewEdition.mockResolvedValue({
    now,
    editionId: 'XH-2027',
    missing: [{ part: 'phases', zh: '赛程阶段' }],
    home: {
      ...home,
      announcements: [],
      winnersGet: [],
      contests: [contest],
      edition: {
        editionId: 'XH-2027',
        nameZh: '2027 年创业大赛',
        year: 2027,
        cutoffDate: '2027-10-01',
        synthetic: false,
      },
    },
    guide: {
      ...{ now, contestId: null, regionZh: null, editionZh: '2027 年创业大赛', fund: null, contact: null, phases },
      ...{ rulesZh: '', faq: [], ...guide, templates: [], awards: [], organiser },
    },
    groups,
    identityPapers: ['resident_id'],
    slots,
    consents,
    declaration,
  });
  show(<PreviewDesk editionId="XH-2027" />);
  expect(await screen.findByText(/^这是预览/)).toBeTruthy();
  expect(byId('missing-phases').textContent).toContain('赛程阶段');
  expect(byId('form-materials').textContent).toContain('商业计划书');
  expect(screen.getByText('同意公开展示项目名称和简介')).toBeTruthy();
  fireEvent.click(byId('region-141033'));
  expect(byId('enter-region').getAttribute('role')).not.toBe('button');
  for (const id of ['eligibility', 'to-regions', 'add-to-calendar']) expect(document.getElementById(id)).toBeNull();
});

test('an item is added with a code made from its name; what is typed is saved under its place', async () => {
  competition.editionPart.mockResolvedValue(part('tracks'));
  competition.savePart.mockImplementation(async ({ data, version }) => part('tracks', { data, version: version + 1 }));
  show(<PartDesk editionId="XH-2027" part="tracks" />);
  fireEvent.click(await waitFor(() => byId('add-tracks')));
  fireEvent.input(input('new-item'), { target: { value: '智能制造' } });
  fireEvent.click(byId('add-item'));
  await waitFor(() => expect(competition.savePart).toHaveBeenCalled(), { timeout: 3000 });
  const { data = {} } = competition.savePart.mock.calls.at(-1)?.[0] ?? {};
  const code = String(data.tracks).split(',').at(-1) ?? '';
  expect(code).toMatch(/^n[0-9a-z]+$/);
  expect(data[`tracks/${code}/zh`]).toBe('智能制造');
});

test('a file that arrives while the guide is written becomes an item of it; one that was there before is put in by hand', async () => {
  const file = (uploadId: string, name: string) => ({
    ...{ uploadId, name, slot: 'template', fileNo: 1, size: 4000, kind: 'docx', state: 'accepted', refusal: null },
    ...{ version: 1, sha256: 'x', uploadedAt: '2026-11-24T09:00:00+08:00', frozenIn: null, locationRemoved: false },
    ...{ personal: false, nameCovered: false, current: true },
  });
  const [old, fresh] = ['01930000-0000-7000-8000-00000000000a', '01930000-0000-7000-8000-00000000000b'];
  competition.templateFiles.mockResolvedValue({ files: [file(old, '旧样本.docx') as never] });
  competition.editionPart.mockResolvedValue(part('guide'));
  competition.savePart.mockImplementation(async ({ data, version }) => part('guide', { data, version: version + 1 }));
  show(<PartDesk editionId="XH-2027" part="guide" />);
  expect((await waitFor(() => byId(`name-${old}`))).textContent).toBe('放进指南');
  competition.templateFiles.mockResolvedValue({
    files: [file(old, '旧样本.docx') as never, { ...file(fresh, '计划书模板.docx'), fileNo: 2 } as never],
  });
  await act(async () => void (await cache.invalidateQueries({ queryKey: ['competition', 'templateFiles'] })));
  await waitFor(() => expect(competition.savePart).toHaveBeenCalled(), { timeout: 3000 });
  const { data = {} } = competition.savePart.mock.calls.at(-1)?.[0] ?? {};
  expect([data['guide.templates'], data[`guide.templates/${fresh}/name`]]).toEqual([fresh, '计划书模板']);
  expect(document.getElementById(`name-${fresh}`)).toBeNull();
});

test('a day that publishing waits for is not said to be optional, of a phase without days it is', async () => {
  const judging = { 'phases/judging/opensAt': '2027-03-01' };
  competition.editionPart.mockResolvedValue(
    part('phases', { data: { ...valuesOf('phases', nationalBlueprint), ...judging } }),
  );
  show(<PartDesk editionId="XH-2027" part="phases" />);
  const optional = async (phase: string) => {
    fireEvent.click(await waitFor(() => byId(`item-${phase}`)));
    const shown = [`opensAt`, 'closesAt'].map((edge) => byId(`field-phases-${phase}-${edge}`));
    return shown.map((day) => day.closest('.xh-field')?.textContent?.includes('选填'));
  };
  expect(await optional('signUp')).toEqual([false, false]);
  expect(await optional('judging')).toEqual([true, false]);
  expect(await optional('publicity')).toEqual([true, true]);
});

test('what is wrong stands beside its field, and the part cannot be confirmed', async () => {
  competition.editionPart.mockResolvedValue(
    part('clocks', { problems: { 'clocks.correction': '不能小于 1' }, state: 'unfinished', stateZh: '1 处未填好' }),
  );
  show(<PartDesk editionId="XH-2027" part="clocks" />);
  expect(await screen.findByText('不能小于 1')).toBeTruthy();
  expect(byId('confirm-part').textContent).toBe('还有 1 处没有填好');
});

test('a change of what is published is sent with its reason', async () => {
  competition.editionPart.mockResolvedValue(
    part('clocks', {
      published: true,
      state: 'changed',
      stateZh: '有改动未发布',
      changes: [{ zh: '补正', before: '5 个工作日', after: '7 个工作日' }],
    }),
  );
  competition.publishPart.mockResolvedValue(part('clocks', { published: true, state: 'published', stateZh: '已发布' }));
  show(<PartDesk editionId="XH-2027" part="clocks" />);
  const changed = await waitFor(() => byId('publish-part'));
  await act(async () => void fireEvent.click(changed));
  expect(await screen.findByText('原为：5 个工作日；改为：7 个工作日')).toBeTruthy();
  expect(await screen.findByText(/填写中的 42 个项目按新规定/)).toBeTruthy();
  await act(async () => void fireEvent.click(byId('publish-send')));
  expect(competition.publishPart).not.toHaveBeenCalled();
  fireEvent.input(input('field-reason'), { target: { value: '补正时间太短' } });
  await act(async () => void fireEvent.click(byId('publish-send')));
  await waitFor(() => expect(competition.publishPart).toHaveBeenCalledTimes(1));
  expect(competition.publishPart.mock.calls[0]?.[0]).toEqual({
    editionId: 'XH-2027',
    part: 'clocks',
    version: 1,
    reason: '补正时间太短',
  });
});
