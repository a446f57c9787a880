import { fireEvent, screen, waitFor } from '@testing-library/react';
import { Failure } from '../../../../src/client/transport/failure';
import { pickFile } from '../../../../src/client/uploads/pick-file';
import { sendFile } from '../../../../src/client/uploads/send-file';
import type { Material } from '../../../../src/features/entry/entry-view';
import { entryTransfers } from '../../../../src/features/entry/files/entry-transfers';
import { MaterialsDesk } from '../../../../src/features/entry/files/materials-desk';
import { api } from '../../../support/api';
import { control, showPage } from '../../../support/shown';
import { contestView, entryId, entryView, sectionView } from './entry-data';

jest.mock('../../../../src/client/uploads/pick-file', () => ({ pickFile: jest.fn() }));
jest.mock('../../../../src/client/uploads/send-file', () => ({ sendFile: jest.fn() }));

const { get, beginUpload, finishUpload, cancelUpload } = api.entry;
const plan = { name: '计划书.pdf', size: 2048, source: { path: 'somewhere' } };
const uploadId = '0197f000-0000-7000-8000-000000000055';
const begun = { uploadId, via: { kind: 'multipart' as const, url: '/files/1', fields: {} } };
const material = (more: Partial<Material>): Material => ({
  uploadId,
  slot: 'business_plan',
  fileNo: 1,
  name: '计划书.pdf',
  size: 2048,
  kind: 'pdf',
  state: 'accepted',
  refusal: null,
  version: 1,
  sha256: 'a'.repeat(64),
  uploadedAt: '2026-11-24T10:00:00+08:00',
  frozenIn: null,
  locationRemoved: false,
  nameCovered: false,
  personal: false,
  current: true,
  ...more,
});
const withMaterials = (...materials: Material[]) =>
  entryView({ materials, sections: [sectionView({ section: 'materials', zh: '参赛材料', data: {} })] });

beforeEach(() => {
  api.competition.contest.mockResolvedValue(contestView);
  jest.mocked(pickFile).mockResolvedValue(plan);
  beginUpload.mockResolvedValue(begun);
  cancelUpload.mockResolvedValue({ ok: true });
  get.mockResolvedValue(withMaterials());
});

// Transfers belong to no page, so they are ended by hand.
afterEach(() => entryTransfers.cancel(entryId, 'business_plan'));

test('a file refused before it is sent shows the reason and offers another', async () => {
  beginUpload.mockRejectedValueOnce(new Failure('FILE_TOO_LARGE', '文件太大，不能超过 20 MB'));
  showPage(<MaterialsDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('pick-business_plan')));
  expect((await waitFor(() => control('refusal-business_plan'))).textContent).toBe(
    '计划书.pdf：文件太大，不能超过 20 MB',
  );
  expect(control('pick-business_plan').textContent).toBe('换一个文件');
  expect(document.getElementById('retry-business_plan')).toBeNull();
  expect(sendFile).not.toHaveBeenCalled();
});

test('a file that the check refused shows the reason and offers another', async () => {
  get.mockResolvedValue(
    withMaterials(material({ state: 'refused', current: false, refusal: '这是一个程序文件，不是 PDF' })),
  );
  showPage(<MaterialsDesk entryId={entryId} />);
  expect((await waitFor(() => control('refusal-business_plan'))).textContent).toBe(
    '计划书.pdf：这是一个程序文件，不是 PDF',
  );
  await waitFor(() => expect(control('pick-business_plan').textContent).toBe('换一个文件'));
});

test('a transfer that broke off is tried again with the same file', async () => {
  jest
    .mocked(sendFile)
    .mockReturnValueOnce({ done: Promise.reject(new Failure('NETWORK', '网络不通')), cancel: () => undefined })
    .mockReturnValueOnce({ done: Promise.resolve({}), cancel: () => undefined });
  finishUpload.mockResolvedValue(material({}));
  showPage(<MaterialsDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('pick-business_plan')));
  fireEvent.click(await waitFor(() => control('retry-business_plan')));
  await waitFor(() => expect(finishUpload).toHaveBeenCalledTimes(1));
  expect(finishUpload.mock.lastCall?.[0]).toEqual({ uploadId });
  expect(jest.mocked(sendFile).mock.calls.map(([file]) => file)).toEqual([plan, plan]);
  expect(pickFile).toHaveBeenCalledTimes(1);
});

test('a transfer tells its progress and can be stopped', async () => {
  const cancel = jest.fn();
  jest.mocked(sendFile).mockImplementationOnce((_file, _via, onProgress) => {
    onProgress(42);
    return { done: new Promise(() => undefined), cancel };
  });
  showPage(<MaterialsDesk entryId={entryId} />);
  fireEvent.click(await waitFor(() => control('pick-business_plan')));
  expect(await screen.findByText('42%')).toBeTruthy();
  fireEvent.click(control('cancel-business_plan'));
  await waitFor(() => expect(cancelUpload.mock.lastCall?.[0]).toEqual({ uploadId }));
  expect(cancel).toHaveBeenCalledTimes(1);
  expect(document.getElementById('transfer-business_plan')).toBeNull();
});

describe('a slot of several files', () => {
  const patent = (n: number, more: Partial<Material> = {}) =>
    material({
      uploadId: `0197f000-0000-7000-8000-00000000010${n}`,
      slot: 'ip_proof',
      name: `专利${n}.pdf`,
      fileNo: n,
      ...more,
    });
  const slot = { ...contestView.slots[0], code: 'ip_proof', zh: '专利证书', kinds: ['pdf'], files: 3 };
  beforeEach(() => {
    api.competition.contest.mockResolvedValue({
      ...contestView,
      slots: [...contestView.slots, slot as (typeof contestView.slots)[number]],
    });
  });
  afterEach(() => entryTransfers.cancel(entryId, 'ip_proof'));

  test('lists them all, each to open, replace and delete, and offers one more', async () => {
    get.mockResolvedValue(withMaterials(patent(2), patent(1, { locationRemoved: true, nameCovered: true })));
    jest.mocked(sendFile).mockReturnValue({ done: new Promise(() => undefined), cancel: () => undefined });
    showPage(<MaterialsDesk entryId={entryId} />);
    const card = await waitFor(() => control('slot-ip_proof'));
    expect(card.textContent).toMatch(/专利1\.pdf.*照片中的位置信息已去除.*文件名中的身份证号已遮盖.*专利2\.pdf/);
    expect(control('pick-ip_proof').textContent).toBe('再加一个文件');
    fireEvent.click(control(`replace-${patent(2).uploadId}`));
    await waitFor(() => expect(beginUpload.mock.lastCall?.[0]).toMatchObject({ replaces: patent(2).uploadId }));
    // One transfer of a slot at a time.
    await waitFor(() => expect(document.getElementById('pick-ip_proof')).toBeNull());
  });

  test('says so when it is full', async () => {
    get.mockResolvedValue(withMaterials(patent(1), patent(2), patent(3, { state: 'checking', current: false })));
    showPage(<MaterialsDesk entryId={entryId} />);
    const full = await waitFor(() => control('full-ip_proof'));
    expect(full.textContent).toBe('最多 3 个文件，已满。要换的，点文件旁的“换一个”');
    expect(document.getElementById('pick-ip_proof')).toBeNull();
  });
});

describe('A picture of a paper', () => {
  const photo = material({ slot: 'identity_paper', name: '护照.jpg', kind: 'jpg', personal: true });
  const entry = (idKind: string, more: Parameters<typeof entryView>[0] = {}) =>
    entryView({
      sections: [
        sectionView({ section: 'leader', zh: '项目负责人', data: { idKind } }),
        sectionView({ section: 'materials', zh: '参赛材料', data: {} }),
      ],
      ...more,
    });
  beforeEach(() => {
    const slot = { ...contestView.slots[0], code: 'identity_paper', zh: '证件照片', neededWhen: 'otherPaper' };
    api.competition.contest.mockResolvedValue({
      ...contestView,
      identityPapers: ['resident_id', 'passport'],
      slots: [...contestView.slots, slot as (typeof contestView.slots)[number]],
    });
  });

  test('is asked of who is known by another paper, and of nobody else', async () => {
    get.mockResolvedValue(entry('passport'));
    const { unmount } = showPage(<MaterialsDesk entryId={entryId} />);
    const card = await waitFor(() => control('slot-identity_paper'));
    expect(card.textContent).toMatch(/必传.*负责人用的不是居民身份证/);
    unmount();
    get.mockResolvedValue(entry('resident_id'));
    showPage(<MaterialsDesk entryId={entryId} />);
    await waitFor(() => control('slot-business_plan'));
    expect(document.getElementById('slot-identity_paper')).toBeNull();
  });

  test('that is asked no more can be deleted, not replaced', async () => {
    get.mockResolvedValue(entry('resident_id', { materials: [photo] }));
    showPage(<MaterialsDesk entryId={entryId} />);
    await waitFor(() => control('remove-identity_paper'));
    expect(control('slot-identity_paper').textContent).toContain('用居民身份证的不用传，请删除');
    expect(document.getElementById('pick-identity_paper')).toBeNull();
  });

  test('is opened by the leader, and by no other of the team', async () => {
    get.mockResolvedValue(entry('passport', { materials: [photo] }));
    const { unmount } = showPage(<MaterialsDesk entryId={entryId} />);
    await waitFor(() => control('open-identity_paper'));
    unmount();
    get.mockResolvedValue(entry('passport', { materials: [photo], isLeader: false }));
    showPage(<MaterialsDesk entryId={entryId} />);
    const card = await waitFor(() => control('slot-identity_paper'));
    expect(card.textContent).toContain('证件照片只有负责人本人和受理的审核人员可以打开');
    expect(document.getElementById('open-identity_paper')).toBeNull();
  });
});

test('after the submission the deck alone is replaced, until its lock', async () => {
  const slots = contestView.slots.map((slot) => ({ ...slot, code: 'pitch_deck', zh: '路演 PPT', lockHours: 24 }));
  api.competition.contest.mockResolvedValue({ ...contestView, slots: [...contestView.slots, ...slots] });
  const deck = material({ slot: 'pitch_deck', name: '路演.pdf', frozenIn: 1 });
  const plain = material({ uploadId: `${uploadId.slice(0, -1)}6`, frozenIn: 1 });
  const renewal = { slot: 'pitch_deck', zh: '路演 PPT', versions: [{ ...deck, byZh: '负责人' }] };
  const sent = (locksAt: string, closed: string | null) =>
    entryView({
      state: 'submitted',
      materials: [plain, deck],
      renewals: [{ ...renewal, locksAt, closed }],
      sections: [sectionView({ section: 'materials', zh: '参赛材料', data: {}, editable: false })],
    });
  get.mockResolvedValue(sent('2099-12-14T09:00:00+08:00', null));
  const { unmount } = showPage(<MaterialsDesk entryId={entryId} />);
  await waitFor(() => expect(control('pick-pitch_deck')).toBeTruthy());
  expect(document.getElementById('lock-pitch_deck')?.textContent).toContain('12月14日（周一）09:00 截止');
  expect(document.getElementById('remove-pitch_deck')).toBeNull();
  expect(document.getElementById('pick-business_plan')).toBeNull();
  unmount();
  // The page closes by itself, whatever the answer said.
  get.mockResolvedValue(sent('2020-12-14T09:00:00+08:00', null));
  showPage(<MaterialsDesk entryId={entryId} />);
  await waitFor(() => expect(document.getElementById('lock-pitch_deck')).toBeTruthy());
  expect(document.getElementById('pick-pitch_deck')).toBeNull();
});
