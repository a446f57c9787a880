import type { Role, Scope } from '@shared/kernel/actor';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { keepSession } from '../../../../src/client/session/session';
import { useReviewer } from '../../../../src/features/screening/review/use-reviewer';
import { api } from '../../../support/api';

const anew = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

const all: Scope = { kind: 'all' };
const ofBank: Scope = { kind: 'organisation', organisationId: '0197f000-0000-7000-8000-0000000000b0' };
const inRegion = (regionId: string): Scope => ({ kind: 'region', regionId });

test.each<[Role, Scope, ReturnType<typeof useReviewer>]>([
  ['regionLead', all, { anywhere: true, here: true, lead: true }],
  ['regionStaff', all, { anywhere: true, here: true, lead: false }],
  ['regionLead', inRegion('141033'), { anywhere: true, here: true, lead: true }],
  ['regionLead', inRegion('141002'), { anywhere: true, here: false, lead: false }],
  ['regionLead', ofBank, { anywhere: false, here: false, lead: false }],
  ['cityStaff', all, { anywhere: false, here: false, lead: false }],
])('a %s of %p, before an entry of 141033', async (role, scope, expected) => {
  keepSession('a-session');
  api.people.me.mockResolvedValue({
    personId: '0197f000-0000-7000-8000-0000000000aa',
    displayName: '审核员',
    phoneMasked: null,
    elderMode: false,
    grants: [{ role, scope, roleZh: '', scopeZh: '' }],
    unread: 0,
  });
  const { result } = renderHook(() => useReviewer('141033'), { wrapper: anew });
  await waitFor(() => expect(api.people.me).toHaveBeenCalled());
  await waitFor(() => expect(result.current).toEqual(expected));
});
