import { screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { BeginDesk } from '../../../../src/features/benefits/application/begin-desk';
import { api } from '../../../support/api';
import { showPage } from '../../../support/shown';

test.each([
  ['guaranteed-loan', '向哪个县（市、区）的窗口申报'],
  ['incubator-place', '到哪个县（市、区）的基地入驻'],
])('an application of the kind %s is begun where it is handled: %s', async (kind, label) => {
  keepSession('a-session');
  api.benefits.applications.mockResolvedValue({
    kinds: [{ kind, kindZh: '申报', introZh: '', policies: ['a-policy'], rooms: [] }],
    applications: [],
  } as never);
  const contests = [{ regionId: '141033', regionZh: '蒲县' }];
  api.competition.home.mockResolvedValue({ contests } as never);
  showPage(<BeginDesk policy="a-policy" />);
  expect(await screen.findByText(label)).toBeTruthy();
});
