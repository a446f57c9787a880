import { screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { PolicyList } from '../../../../src/features/policies/policy-list';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const answer = {
  code: 'workshop',
  version: 2,
  titleZh: '小作坊补贴',
  summaryZh: '',
  docNo: '示例〔2026〕1号',
  confirmedZh: '示例',
  demonstration: true,
  effectiveFrom: null,
  effectiveTo: null,
  stand: 'pass' as const,
  standZh: '符合',
  whyZh: '按现有资料，各项条件都符合。',
  before: { standZh: '还不清楚', newVersion: false },
  missing: [],
  lines: [],
  benefits: [],
  defects: [],
};

test('what changed since the last look is marked, and is seen once the page is left, not before', async () => {
  keepSession('a-session');
  api.policies.mine.mockResolvedValue({ today: '2026-11-24', policies: [answer] });
  api.policies.seen.mockResolvedValue({ ok: true });
  const { unmount } = showPage(<PolicyList />);
  await screen.findByText('您符合 1 项政策的条件');
  expect(screen.getByText(/上次看时是“还不清楚”/)).toBeTruthy();
  expect(api.policies.seen).not.toHaveBeenCalled();
  unmount();
  expect(api.policies.seen.mock.calls.map(([input]) => input)).toEqual([
    { policies: [{ code: 'workshop', version: 2, stand: 'pass' }] },
  ]);
});
