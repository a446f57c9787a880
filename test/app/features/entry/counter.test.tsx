import { fireEvent, screen, waitFor } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { ConfirmDesk } from '../../../../src/features/entry/counter/confirm-desk';
import { CounterDesk } from '../../../../src/features/entry/counter/counter-desk';
import { HandOverDesk } from '../../../../src/features/entry/counter/hand-over-desk';
import { SignedPaperDesk } from '../../../../src/features/entry/counter/signed-paper-desk';
import { api } from '../../../support/api';
import { control, showPage, tap } from '../../../support/shown';

const entry = api.entry;
const entryId = '0197f000-0000-7000-8000-0000000000e1';
const contest = {
  contestId: 'LF-XH-2026-141033',
  regionZh: '蒲县',
  closed: null as string | null,
  tracks: [{ code: 'rural_revitalisation', zh: '乡村振兴' }],
  groups: [{ code: 'idea_team', zh: '创意组', hintZh: '' }],
};
const draft = {
  entryId,
  title: '蒲县手工醋',
  nameZh: '王小明',
  regionZh: '蒲县',
  endsAt: '2099-12-01T10:00:00+08:00',
  left: 2,
  consents: [
    { kind: 'sensitive', zh: '个人信息授权书', bodyZh: '用于核对参赛资格', required: true },
    { kind: 'publicDisplay', zh: '公开展示授权', bodyZh: '用于宣传', required: false },
  ],
  file: null as { uploadId: string; name: string } | null,
  signed: null as { by: string; on: string } | null,
};

beforeEach(() => {
  jest.clearAllMocks();
  keepSession('a-session');
  entry.counterDraft.mockResolvedValue(draft);
});

test('one’s own drafts stand with the days that are left; what is missing to begin is said beside each field', async () => {
  entry.counterDrafts.mockResolvedValue({
    contests: [contest],
    drafts: [{ ...draft, begunAt: '2026-11-24T10:00:00+08:00' }],
  });
  showPage(<CounterDesk />);
  expect(await screen.findByText('1 份等本人确认')).toBeTruthy();
  expect(document.body.textContent).toContain('王小明，蒲县手工醋');
  await tap('begin-counter');
  await tap('begin');
  for (const sentence of ['请填写来人的姓名', '请选择赛道', '请选择组别'])
    expect(screen.getByText(sentence)).toBeTruthy();
  expect(entry.beginCounter).not.toHaveBeenCalled();
});

test('after sign-up has closed none is begun, and it is said why', async () => {
  const closed = '报名已于12月13日（周日）24:00 截止';
  entry.counterDrafts.mockResolvedValue({ contests: [{ ...contest, closed }], drafts: [] });
  showPage(<CounterDesk />);
  await tap('begin-counter');
  expect(await screen.findByText(closed)).toBeTruthy();
  await tap('begin');
  expect(entry.beginCounter).not.toHaveBeenCalled();
});

test('the code stands large; the consents can be signed on paper and are never ticked here', async () => {
  entry.showCounterCode.mockResolvedValue({ code: '1234 5678', endsAt: '2099-12-01T10:15:00+08:00' });
  const first = showPage(<HandOverDesk entryId={entryId} />);
  expect(await screen.findByText('请王小明本人确认')).toBeTruthy();
  expect(document.querySelectorAll('[role=checkbox], input[type=checkbox]').length).toBe(0);
  expect(document.getElementById('record-signed')).toBeNull();
  await tap('show-code');
  await waitFor(() => expect(control('counter-code').textContent).toContain('1234'));
  first.unmount();
  entry.counterDraft.mockResolvedValue({ ...draft, file: { uploadId: entryId, name: '授权书.pdf' } });
  entry.recordSignedForm.mockResolvedValue({ ok: true });
  showPage(<HandOverDesk entryId={entryId} />);
  await tap('record-signed');
  expect(await screen.findByText('请选择签字日期')).toBeTruthy();
  expect(screen.getByText('请按纸上的选择填')).toBeTruthy();
  fireEvent.change(control('field-signedOn'), { target: { value: '2026-11-24' } });
  await tap('field-publicDisplay-no');
  await tap('record-signed');
  const told = { entryId, signedBy: '王小明', signedOn: '2026-11-24', publicDisplay: false };
  expect(entry.recordSignedForm).toHaveBeenCalledWith(told, expect.anything());
});

test('once the person has confirmed, the clerk’s page says so', async () => {
  entry.counterDraft.mockRejectedValue(new Failure('NOT_FOUND', '没有找到'));
  showPage(<HandOverDesk entryId={entryId} />);
  expect(await screen.findByText('已由本人确认，或已过期删除')).toBeTruthy();
});

test('the person sees whose and what it is before taking it over; a wrong code is said beside the field', async () => {
  const said = '没有这个确认码，或已过期。请工作人员重新出示';
  entry.seeCounterCode.mockRejectedValueOnce(new Failure('ENTRY_COUNTER_CODE_WRONG', said, { code: said }));
  entry.seeCounterCode.mockResolvedValue({
    entryId,
    title: '蒲县手工醋',
    nameZh: '王小明',
    regionZh: '蒲县',
    trackZh: '乡村振兴',
    groupZh: '创意组',
    begunAt: '2026-11-24T10:00:00+08:00',
    closesAt: '2099-12-14T00:00:00+08:00',
  });
  entry.confirmCounter.mockResolvedValue({ entryId });
  showPage(<ConfirmDesk code="" />);
  await tap('see-code');
  expect(screen.getByText('请输入确认码')).toBeTruthy();
  fireEvent.change(control('field-code'), { target: { value: '1234 5678' } });
  await tap('see-code');
  expect(await screen.findByText(said)).toBeTruthy();
  await tap('see-code');
  expect(await screen.findByText('这是您的报名吗？')).toBeTruthy();
  expect(document.body.textContent).toContain('蒲县手工醋');
  expect(entry.confirmCounter).not.toHaveBeenCalled();
  await tap('confirm');
  expect(entry.confirmCounter).toHaveBeenCalledWith({ code: '1234 5678' }, expect.anything());
});

test('the paper holds each consent in the edition’s own words, with boxes for a pen and no box that is ticked', async () => {
  showPage(<SignedPaperDesk entryId={entryId} />);
  expect(await screen.findByText('用于核对参赛资格')).toBeTruthy();
  expect(screen.getByText('公开展示授权')).toBeTruthy();
  expect(screen.getByText('自愿')).toBeTruthy();
  expect(screen.getAllByText(/□ 同意/)).toHaveLength(2);
  expect(screen.getByText('王小明')).toBeTruthy();
  const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
  await tap('print');
  expect(print).toHaveBeenCalledTimes(1);
});
