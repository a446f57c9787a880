import { QueryClient } from '@tanstack/react-query';
import { Failure } from './failure';

/** Refusals are answers and are not asked again; silence is, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => error instanceof Failure && error.code === 'NETWORK' && failures < 2,
      refetchOnWindowFocus: false,
    },
  },
});
