import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { api } from '../../../../src/client/api';
import { keepSession } from '../../../../src/client/session/session';
import { useReviewer } from '../../../../src/features/screening/review/use-reviewer';

jest.mock('../../../../src/client/api', () => ({ api: { people: { me: jest.fn() } } }));

const anew = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

test.each([
  ['regionLead', null, { anywhere: true, here: true, lead: true }],
  ['regionStaff', null, { anywhere: true, here: true, lead: false }],
  ['regionLead', '141033', { anywhere: true, here: true, lead: true }],
  ['regionLead', '141002', { anywhere: true, here: false, lead: false }],
  ['cityStaff', null, { anywhere: false, here: false, lead: false }],
])('a %s of region %p, before an entry of 141033', async (role, regionId, expected) => {
  keepSession('a-session');
  jest.mocked(api.people.me).mockResolvedValue({
    personId: '0197f000-0000-7000-8000-0000000000aa',
    displayName: '审核员',
    phoneMasked: null,
    elderMode: false,
    grants: [{ role, roleZh: '', regionId, regionZh: '' }],
    unread: 0,
  });
  const { result } = renderHook(() => useReviewer('141033'), { wrapper: anew });
  await waitFor(() => expect(api.people.me).toHaveBeenCalled());
  await waitFor(() => expect(result.current).toEqual(expected));
});
