import { screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { AwardDesk } from '../../../../src/features/awards/claims/award-desk';
import { ClaimDesk } from '../../../../src/features/awards/claims/claim-desk';
import { PastAwardsDesk } from '../../../../src/features/awards/claims/past-awards-desk';
import { api } from '../../../support/api';
import { control, showPage, tap, type } from '../../../support/shown';

const awards = api.awards;
const [awardId, claimId] = ['0197f000-0000-7000-8000-0000000000a1', '0197f000-0000-7000-8000-0000000000c1'];
const award = { title: '塬上核桃深加工', year: 2025, regionZh: '蒲县', awardZh: '一等奖' };
const waiting = {
  claimId,
  ...award,
  state: 'asked',
  stateZh: '待核对',
  tone: 'info' as const,
  waits: 'staff' as const,
  editable: false,
  live: true,
  version: 1,
  nameMasked: '王**',
  numberMasked: '1410**********0014',
  askedAt: '2026-11-24T09:00:00+08:00',
  reason: null,
};
const own = {
  awardId,
  ...award,
  state: 'confirmed',
  stateZh: '获奖',
  tone: 'pass' as const,
  waits: null,
  editable: false,
  live: true,
  changedAt: '2026-12-20T09:00:00+08:00',
  reason: null,
};
const listed = { awardId, entryId: awardId, ...award, claim: null, codeUntil: null, codeable: true };
const offered = (move: string, label: string) => ({ move, label, danger: '会通知认领人。', closed: null });

beforeEach(() => {
  jest.clearAllMocks();
  keepSession('a-session');
  awards.myClaims.mockResolvedValue({ claims: [], awards: [] });
  api.referral.mine.mockResolvedValue({ referrals: [] });
  awards.seeClaimCode.mockResolvedValue(award);
  awards.pastAwards.mockResolvedValue({ items: [listed], next: null });
});

test('a winner types the code, then name and number; nothing is ticked beforehand; a refusal of the code is said', async () => {
  showPage(<AwardDesk />);
  expect(await screen.findByText(/没有认领码的，请联系/)).toBeTruthy();
  type('field-code', 'cg997ccgt3');
  await tap('see-code');
  expect(screen.getByText('这是您的奖项吗？')).toBeTruthy();
  await tap('claim');
  for (const said of ['请填写姓名', '请填写身份证号', '请阅读后勾选“同意核对身份”'])
    expect(screen.getByText(said)).toBeTruthy();
  expect(awards.claimAward).not.toHaveBeenCalled();
  type('field-name', ' 王小明 ');
  type('field-idNumber', '141000199003070014');
  await tap('field-agreed');
  const said = '这个奖项已有人认领。有疑问请联系获奖的县（市、区）';
  awards.claimAward.mockRejectedValueOnce(new Failure('AWARDS_CLAIM_TAKEN', said, { code: said }));
  await tap('claim');
  expect(await screen.findByText(said)).toBeTruthy();
  awards.claimAward.mockResolvedValueOnce({ claimId });
  awards.myClaims.mockResolvedValue({
    claims: [{ ...waiting, stateZh: '已提交，等待核对' }],
    awards: [own],
  });
  await tap('claim');
  expect(awards.claimAward.mock.calls[1]?.[0]).toMatchObject({ name: '王小明', agreed: true });
  expect(await screen.findByText('已提交，等待核对')).toBeTruthy();
  // What was won with an account of one's own needs no code: it leads on at once.
  control(`way-guaranteed-loan-national-${awardId}`);
});

test('the region’s staff make a code, shown once; one that is out may be made anew or void', async () => {
  awards.makeClaimCode.mockResolvedValue({ awardId, code: 'CG997-CCGT3', endsAt: '2026-12-08T09:00:00+08:00' });
  showPage(<PastAwardsDesk />);
  await waitFor(() => control(`code-${awardId}`));
  awards.pastAwards.mockResolvedValue({ items: [{ ...listed, codeUntil: '2026-12-08T09:00:00+08:00' }], next: null });
  await tap(`code-${awardId}`);
  expect(control('made-claim-code').textContent).toContain('CG997-CCGT3');
  await tap('to-awards');
  expect(await screen.findByText('已发认领码')).toBeTruthy();
  expect(screen.queryByText('CG997-CCGT3')).toBeNull();
  awards.voidClaimCode.mockResolvedValue({ ok: true });
  await tap(`void-${awardId}`);
  expect(awards.voidClaimCode).toHaveBeenCalledTimes(1);
});

test('a clerk opens name and number, reads what the record says, confirms or refuses with a reason; the lead takes back', async () => {
  const view = { ...waiting, opens: true, sameAsRecord: true, timeline: [] };
  awards.claim.mockResolvedValue({ ...view, moves: [offered('confirm', '确认认领'), offered('refuse', '不予确认')] });
  const page = showPage(<ClaimDesk claimId={claimId} />);
  expect(await screen.findByText('与本系统的报名记录一致')).toBeTruthy();
  awards.openClaim.mockResolvedValue({ value: '王小明' });
  await tap('reveal-name');
  expect(await screen.findByText('王小明')).toBeTruthy();
  await tap('refuse');
  await tap('refuse-send');
  expect(screen.getByText('请写明理由')).toBeTruthy();
  awards.refuseClaim.mockResolvedValue({ claimId, state: 'declined', stateZh: '未确认', version: 2 });
  type('refuse-reason', '与报名记录不一致');
  await tap('refuse-send');
  expect(awards.refuseClaim.mock.calls[0]?.[0]).toEqual({ claimId, version: 1, reason: '与报名记录不一致' });
  page.unmount();
  awards.claim.mockResolvedValue({
    ...view,
    state: 'accepted',
    opens: false,
    version: 2,
    moves: [offered('revoke', '撤销认领')],
  });
  showPage(<ClaimDesk claimId={claimId} />);
  expect(await screen.findByText(/完整的姓名和身份证号已删除/)).toBeTruthy();
  expect(document.getElementById('reveal-name')).toBeNull();
  expect(control('revoke')).toBeTruthy();
});

test('a winner sees what is theirs and what it opens; what was cancelled says why and opens nothing', async () => {
  const gone = { stateZh: '已取消', tone: 'warn' as const, live: false, reason: '材料不实' };
  // The claim by which it came to be theirs is told by the award.
  awards.myClaims.mockResolvedValue({
    claims: [{ ...waiting, state: 'accepted', stateZh: '已确认' }],
    awards: [own, { ...own, awardId: claimId, title: '汾水木雕', ...gone }],
  });
  showPage(<AwardDesk />);
  expect(await screen.findByText('汾水木雕')).toBeTruthy();
  expect(screen.getByText('理由：材料不实')).toBeTruthy();
  expect(screen.getAllByText('塬上核桃深加工')).toHaveLength(1);
  expect(control(`way-training-${awardId}`)).toBeTruthy();
  expect(document.getElementById(`way-training-${claimId}`)).toBeNull();
  // What was won is said first; a code for another stands under it.
  expect(screen.getByText(`您的项目获${own.awardZh}`)).toBeTruthy();
  const below = control(`award-${awardId}`).compareDocumentPosition(screen.getByText('认领码'));
  expect(below & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(control('see-code').textContent).toBe('凭认领码继续');
});
