import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient } from './client/query-client';
import { ElderProvider } from './features/people/elder-provider';
import './app.scss';

export default function App({ children }: { children?: ReactNode }) {
  return (
    <QueryClientProvider client={queryClient}>
      <ElderProvider>{children}</ElderProvider>
    </QueryClientProvider>
  );
}
