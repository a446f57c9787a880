import { screen } from '@testing-library/react';
import { keepSession } from '../../../../src/client/session/session';
import { InvitationDesk } from '../../../../src/features/entry/team/invitation-desk';
import { api } from '../../../support/api';
import { control, showPage } from '../../../support/shown';
import { entryId } from './entry-data';

test('who is invited into a full team is told so before the form', async () => {
  keepSession('a-session');
  api.entry.invitation.mockResolvedValue({
    entryId,
    title: '山货直供',
    regionZh: '蒲县',
    leaderZh: '王**',
    access: 'edit',
    expiresAt: '2099-12-01T09:00:00+08:00',
    alreadyIn: false,
    consent: null,
    closed: '创意组每队最多 5 人（含负责人），已满',
  });
  showPage(<InvitationDesk token="token" />);
  expect(await screen.findByText('创意组每队最多 5 人（含负责人），已满。如有疑问请联系负责人。')).toBeTruthy();
  expect(document.getElementById('field-name')).toBeNull();
  expect(document.getElementById('join')).toBeNull();
  expect(control('to-workbench')).toBeTruthy();
});
