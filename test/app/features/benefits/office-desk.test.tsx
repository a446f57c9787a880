import { screen, within } from '@testing-library/react';
import { leaveDevice } from '../../../../src/client/session/leave-device';
import { keepSession } from '../../../../src/client/session/session';
import { Failure } from '../../../../src/client/transport/failure';
import { OfficeDesk } from '../../../../src/features/benefits/desk/office-desk';
import { api } from '../../../support/api';
import { control, showPage, tap, type } from '../../../support/shown';
import { applicationId, applicationView, offer } from './shown-application';

const benefits = api.benefits;
const moves = [
  offer('verify', '资格核实通过', { leads: true, asked: { proposed: {}, choices: {} } }),
  offer('return', '退回补正', { asksFaults: true, danger: '申报人会收到告知书。' }),
  offer('reject', '不予通过', { asksReason: true, danger: '申报人会看到理由。' }),
];
const faultSections = [{ code: 'person', zh: '申请人' }];
const sentence = '不要写身份证号';
const openLetter = async () => {
  await tap('return');
  type('fault-person', '身份证号 141000 有误');
};

beforeEach(() => {
  leaveDevice();
  keepSession('a-session');
});

test('what one sheet was told stands in no other, and goes with it', async () => {
  benefits.application.mockResolvedValue(applicationView({ moves, faultSections }));
  benefits.moveApplication.mockRejectedValue(new Failure('WRITTEN_WRONG', sentence, { reason: sentence }));
  showPage(<OfficeDesk applicationId={applicationId} />);
  await openLetter();
  await tap('return-send');
  expect(await within(control('return-sheet')).findByText(sentence)).toBeTruthy();
  await tap('return-sheet-close');
  expect(screen.queryByText(sentence)).toBeNull();
  await tap('reject');
  expect(within(control('reject-sheet')).queryByText(sentence)).toBeNull();
  await tap('reject-send');
  expect(within(control('reject-sheet')).getByText('请写明理由')).toBeTruthy();
  await tap('reject-sheet-close');
  await tap('verify');
  expect(within(control('verify-sheet')).queryByText(/^请/)).toBeNull();
});

test('a letter that its applicant forestalled by withdrawing says that it was not sent, and stays to be read', async () => {
  benefits.application.mockResolvedValueOnce(applicationView({ moves, faultSections }));
  benefits.application.mockResolvedValue(
    applicationView({ stateZh: '已撤回', faultSections, version: 3, live: false }),
  );
  benefits.moveApplication.mockRejectedValue(new Failure('CASE_STALE', '没有办成：申报刚有变化。请刷新后再办'));
  showPage(<OfficeDesk applicationId={applicationId} />);
  await openLetter();
  await tap('return-send');
  expect(await screen.findByText('已撤回')).toBeTruthy();
  const letter = within(control('return-sheet'));
  expect(letter.getByText(/^没有发出：情况刚有变化/)).toBeTruthy();
  expect((control('fault-person') as HTMLTextAreaElement).value).toBe('身份证号 141000 有误');
  expect(control('return-send').hasAttribute('disabled')).toBe(true);
});

test('an office whose moves are all seldom made is shown where they are; one without any that there are none', async () => {
  const view = { party: 'bank' as const, state: 'approved', stateZh: '待签合同', rankZh: '三等奖' };
  benefits.application.mockResolvedValue(applicationView({ ...view, moves: [offer('extend', '登记展期')] }));
  const { unmount } = showPage(<OfficeDesk applicationId={applicationId} />);
  expect(await screen.findByText('可以办的在上面“更多操作”里')).toBeTruthy();
  expect(screen.getByText('获三等奖，排队时在前；核实标准不变。')).toBeTruthy();
  unmount();
  benefits.application.mockResolvedValue(applicationView({ ...view, moves: [], holderZh: null, stateZh: '已撤回' }));
  showPage(<OfficeDesk applicationId={applicationId} />);
  expect(await screen.findByText('现在没有要您办的操作')).toBeTruthy();
  // It stands in no queue.
  expect(screen.queryByText(/排队时在前/)).toBeNull();
});
