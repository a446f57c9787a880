import { screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { OfficeDesk } from '../../../../src/features/benefits/desk/office-desk';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const applicationId = '0197f000-0000-7000-8000-000000000001';
const clock = {
  dueDate: null,
  workdays: null,
  workdaysLeft: null,
  workdaysOver: null,
  provisional: false,
  reachedZh: null,
};
const extend = {
  move: 'extend',
  label: '登记展期',
  danger: null,
  closed: null,
  asksReason: false,
  asksFaults: false,
  leads: false,
  asked: null,
};
const view = {
  applicationId,
  kind: 'guaranteed-loan',
  kindZh: '创业担保贷款申报',
  party: 'bank',
  state: 'approved',
  stateZh: '待签合同',
  reference: null,
  regionZh: '蒲县',
  holderZh: '演示银行一',
  rankZh: '三等奖',
  version: 3,
  clock,
  judged: null,
  records: [],
  timeline: [],
  correction: null,
  faultSections: [],
  office: null,
  moves: [extend],
};

test('an office whose moves are all seldom made is shown where they are; one without any that there are none', async () => {
  keepSession('a-session');
  api.benefits.application.mockResolvedValue(view as never);
  const { unmount } = showPage(<OfficeDesk applicationId={applicationId} />);
  expect(await screen.findByText('可以办的在上面“更多操作”里')).toBeTruthy();
  expect(screen.getByText('获三等奖，排队时在前；核实标准不变。')).toBeTruthy();
  unmount();
  api.benefits.application.mockResolvedValue({ ...view, moves: [], holderZh: null, stateZh: '已撤回' } as never);
  showPage(<OfficeDesk applicationId={applicationId} />);
  expect(await screen.findByText('现在没有要您办的操作')).toBeTruthy();
  // It stands in no queue.
  expect(screen.queryByText(/排队时在前/)).toBeNull();
});
