import { roleZh } from '@shared/kernel/actor';
import { screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { MeDesk } from '../../../../src/features/people/me-desk';
import type { Me } from '../../../../src/features/people/use-me';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

const show = (grants: Me['grants']) => {
  keepSession('a-session');
  api.entry.mine.mockResolvedValue({ entries: [] });
  api.people.me.mockResolvedValue({
    personId: '0197f000-0000-7000-8000-0000000000aa',
    displayName: '王小明',
    phoneMasked: null,
    elderMode: false,
    grants,
    unread: 0,
  });
  return showPage(<MeDesk />);
};

const grant = (role: Me['grants'][number]['role'], scope: Me['grants'][number]['scope'], scopeZh: string) => ({
  role,
  scope,
  scopeZh,
  roleZh: roleZh[role],
});

const isThere = (id: string): boolean => document.getElementById(id) !== null;

test('one reads in what capacity one is here, and where; desks of the city and the auditor stand to those alone', async () => {
  const puxian = { kind: 'region', regionId: '141033' } as const;
  const { unmount } = show([
    grant('regionStaff', puxian, '蒲县'),
    grant('regionLead', puxian, '蒲县'),
    grant('lender', { kind: 'organisation', organisationId: '0197f000-0000-7000-8000-0000000000b0' }, '演示银行一'),
  ]);
  for (const words of ['审核人员', '审核负责人', '银行人员', '演示银行一'])
    expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getAllByText('蒲县')).toHaveLength(2);
  expect(screen.queryByText('投诉建议办理')).toBeNull();
  expect(screen.queryByText('安全日志')).toBeNull();
  expect(['applications', 'loans', 'statements', 'payments', 'place-board'].filter(isThere)).toEqual([
    'applications',
    'loans',
  ]);
  unmount();
  show([grant('auditor', { kind: 'all' }, '全市')]);
  expect(await screen.findByText('安全日志')).toBeTruthy();
  expect(screen.getByText('投诉建议办理')).toBeTruthy();
});
