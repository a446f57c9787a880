import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { queryClient } from './client/query-client';
import { ElderProvider } from './features/people/elder-provider';
import { watchPrivacy } from './ui/privacy-question';
import './app.scss';

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(() => {
    if (process.env.TARO_ENV === 'weapp') watchPrivacy();
  });
  return (
    <QueryClientProvider client={queryClient}>
      <ElderProvider>{children}</ElderProvider>
    </QueryClientProvider>
  );
}
