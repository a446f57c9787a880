import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { BoardDesk } from '../../../../src/features/referral/board-desk';
import { NomineesDesk } from '../../../../src/features/referral/nominees-desk';
import { OfficeDesk } from '../../../../src/features/referral/office-desk';
import { PersonDesk } from '../../../../src/features/referral/person-desk';
import { api } from '../../../support/api';
import { asked } from '../../../support/asked';
import { showPage } from '../../../support/shown';

const referral = api.referral;
const id = '0197f000-0000-7000-8000-0000000000a1';
const notice = {
  noticeId: id,
  editionZh: '2025 年大赛',
  upperZh: '第十三届省级创业大赛',
  docNo: '晋人社函〔2026〕99号',
  issuedOn: '2026-11-01',
  cutoffOn: '2026-11-24',
  closesOn: '2026-12-18',
  confirmedAt: '2026-11-20T09:00:00+08:00',
  version: 2,
};
const standing = {
  state: 'nominated',
  stateZh: '请您决定是否参加',
  tone: 'warn' as const,
  waits: 'own' as const,
  editable: false,
  live: true,
};
const head = {
  referralId: id,
  title: '塬上核桃深加工',
  regionZh: '蒲县',
  trackZh: '乡村振兴',
  awardZh: '一等奖',
  version: 1,
};
const percentile = { bp: 8_750, n: 4, rank: 1, small: true, synthetic: true };
const consent = (kind: string, zh: string, required: boolean) => ({
  kind,
  zh,
  bodyZh: '只为推荐参赛报送。',
  required,
  version: '2026-11',
  receiverZh: zh,
  purposeZh: '推荐参赛',
  fieldsZh: '报名表、商业计划书',
  untilZh: '赛事结束后处理',
  givenAt: null,
});
const view = {
  ...head,
  ...standing,
  upperZh: notice.upperZh,
  docNo: notice.docNo,
  closesOn: notice.closesOn,
  side: 'own' as const,
  holderZh: '您',
  explainedZh: null,
  percentile: null,
  eligibility: { verdict: 'unknown' as const, reasons: [{ zh: '没有在上级大赛得过奖', verdict: 'unknown' as const }] },
  consents: [consent('referral.province', '同意向省级报送', true), consent('referral.nation', '同意向全国报送', false)],
  filesZh: ['报名表', '01-商业计划书.pdf'],
  moves: [{ move: 'decline', label: '不参加', danger: '到此结束', closed: null, asksReason: false }],
  records: false,
  timeline: [],
  packs: null,
};
const track = {
  track: 'rural_revitalisation',
  zh: '乡村振兴',
  quota: 4,
  taken: 1,
  mostOfRegion: 1,
  waitsForRank: 1,
  waitsForPlace: 0,
  rankClosed: null,
  recommendClosed: '请先排序',
  entries: [{ ...head, ...standing, stateZh: '县级已确认，待排序', place: 1, percentile }],
};

const board = { writes: true, editionZh: notice.editionZh, notice, orderZh: '依次比较', tracks: [track] };

const control = (name: string): HTMLElement => {
  const found = document.getElementById(name);
  if (found === null) throw new Error(`nothing on the page is called ${name}`);
  return found;
};
const tap = async (name: string) => {
  const found = await waitFor(() => control(name));
  await act(async () => void fireEvent.click(found));
};

beforeEach(() => {
  jest.clearAllMocks();
  keepSession('a-session');
  referral.board.mockResolvedValue(board);
  referral.referral.mockResolvedValue(view);
  const moved = { referralId: id, state: 'agreed', stateZh: '本人已同意', version: 2 };
  for (const act of [referral.agree, referral.moveReferral, referral.nominate, referral.recordResult])
    act.mockResolvedValue(moved);
});

test('a person reads what goes to whom; nothing is ticked beforehand, and what they tick is what they agree to', async () => {
  showPage(<PersonDesk referralId={id} />);
  expect(await screen.findByText(/请在12月18日（周五）24:00 前决定/)).toBeTruthy();
  expect(screen.getByText('报送这些材料：报名表、01-商业计划书.pdf')).toBeTruthy();
  await tap('agree');
  expect(referral.agree).not.toHaveBeenCalled();
  expect(screen.getByText('请阅读后勾选“同意向省级报送”')).toBeTruthy();
  await tap('consent-province');
  const refusal = '市级还没有核定上级赛事通知和名额';
  referral.agree.mockRejectedValueOnce(new Failure('REFERRAL_NO_NOTICE', refusal));
  await tap('agree');
  expect(referral.agree.mock.calls[0]?.[0]).toMatchObject({ consents: { 'referral.province': true } });
  expect((await screen.findByText(refusal)).closest('.xh-page-action')).toBe(
    control('agree').closest('.xh-page-action'),
  );
  await tap('decline');
  expect(asked).toHaveBeenCalledWith(
    expect.objectContaining({ title: '不参加', content: '到此结束', confirmText: '不参加' }),
  );
  expect(referral.moveReferral).toHaveBeenCalled();
});

test('the city’s board says what waits, why a button is shut, and who was left out of the order', async () => {
  referral.rankTrack.mockResolvedValue({ ranked: 1, left: [{ title: '山货直供', zh: '不符合：“注册未满 5 年”' }] });
  showPage(<BoardDesk />);
  expect(await screen.findByText('1 个项目待排序')).toBeTruthy();
  expect(screen.getByText('百分位 87.5%，4 个中第 1，不足 5 个，不按百分位比较，演示名次')).toBeTruthy();
  expect(screen.getByText('名额 4，已用 1')).toBeTruthy();
  await tap('recommend-rural_revitalisation');
  expect(referral.recommendTrack).not.toHaveBeenCalled();
  expect(screen.getByText('请先排序')).toBeTruthy();
  await tap('rank-rural_revitalisation');
  expect(await screen.findByText('“山货直供”：不符合：“注册未满 5 年”')).toBeTruthy();
  await tap('notice-enter');
  referral.keepNotice.mockRejectedValueOnce(
    new Failure('REFERRAL_QUOTA_TAKEN', '名额不能再少', { rural_revitalisation: '已推荐 1 个，不能少于 1' }),
  );
  await tap('notice-save');
  expect(referral.keepNotice.mock.calls[0]?.[0]).toMatchObject({
    docNo: notice.docNo,
    version: 2,
    quotas: [{ track: 'rural_revitalisation', quota: 4 }],
  });
  expect(await screen.findByText('已推荐 1 个，不能少于 1')).toBeTruthy();
});

test('who looks on at the board reads it, and neither enters a notice, ranks nor recommends', async () => {
  referral.board.mockResolvedValue({ ...board, writes: false });
  showPage(<BoardDesk />);
  expect(await screen.findByText('1 个项目待排序')).toBeTruthy();
  for (const id of ['notice-enter', 'rank-rural_revitalisation', 'recommend-rural_revitalisation'])
    expect(document.getElementById(id)).toBeNull();
});

test('a region names who may be named, and reads why the others may not', async () => {
  const nominee = {
    entryId: id,
    title: '塬上核桃深加工',
    regionZh: '蒲县',
    awardZh: '一等奖',
    trackZh: '非遗文创',
    upperTrackZh: '现代服务',
    eligibility: { verdict: 'pass' as const, reasons: [] },
    referral: null,
    closed: null,
  };
  const shut = {
    ...nominee,
    entryId: `${id.slice(0, -1)}2`,
    title: '老企业',
    eligibility: { verdict: 'fail' as const, reasons: [{ zh: '注册未满 5 年', verdict: 'fail' as const }] },
    closed: '不符合：“注册未满 5 年”',
  };
  referral.nominees.mockResolvedValue({ notice, items: [nominee, shut] });
  showPage(<NomineesDesk />);
  expect(await screen.findByText('1 个获奖项目可以提名')).toBeTruthy();
  expect(screen.queryByText('老企业')).toBeNull();
  await tap(`nominate-${id}`);
  expect(referral.nominate.mock.calls[0]?.[0]).toEqual({ entryId: id });
  await act(async () => void fireEvent.click(screen.getByText('全部获奖')));
  expect(screen.getByText('不符合：注册未满 5 年')).toBeTruthy();
  expect(document.getElementById(`nominate-${shut.entryId}`)).toBeNull();
});

test('an office sees each export with its hash, and the result is said before it is recorded', async () => {
  const staff = { ...view, side: 'staff' as const, moves: [], records: true };
  const made = { at: '2026-11-24T09:00:00+08:00', byZh: '市级统筹人员', receiverZh: '省级赛事主办单位' };
  const packs = {
    receivers: [
      { code: 'province', zh: '省级赛事主办单位', closed: null },
      { code: 'nation', zh: '全国赛事主办单位', closed: '本人没有同意向这个单位报送' },
    ],
    exports: [{ ...made, sha256: 'a'.repeat(64), files: [{ name: '01-商业计划书.pdf', sha256: 'b'.repeat(64) }] }],
  };
  referral.referral.mockResolvedValue({ ...staff, packs });
  showPage(<OfficeDesk referralId={id} />);
  expect(await screen.findByText('给省级赛事主办单位，推荐表和 1 份材料')).toBeTruthy();
  expect(screen.getByText('本人没有同意向这个单位报送')).toBeTruthy();
  referral.exportPack.mockRejectedValueOnce(new Failure('REFERRAL_PACK_FAILED', '材料包没有生成，请稍后再试'));
  await tap('pack-province');
  expect(referral.exportPack.mock.calls[0]?.[0]).toEqual({ referralId: id, receiver: 'province' });
  expect(screen.getByText('材料包没有生成，请稍后再试')).toBeTruthy();
  await tap('record');
  await tap('result-send');
  expect(screen.getByText('请选择结果')).toBeTruthy();
  expect(referral.recordResult).not.toHaveBeenCalled();
});
