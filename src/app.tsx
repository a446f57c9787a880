import { isTabPath } from '@shared/routes';
import { QueryClientProvider } from '@tanstack/react-query';
import { useLaunch, usePageNotFound } from '@tarojs/taro';
import type { ReactNode } from 'react';
import { keepCurrent } from './client/cache/keep-current';
import { queryClient } from './client/cache/query-client';
import { go, goInstead } from './client/go';
import './client/older-browsers';
import { forgetOldForms } from './client/session/kept-forms';
import { ElderProvider } from './features/people/elder-provider';
import { watchPrivacy } from './ui/sheets/privacy-question';
import { WayHomeContext } from './ui/way-home-context';
import './app.scss';

const wayHome = { isTab: isTabPath, go: () => go('home') };

export default function App({ children }: { children?: ReactNode }) {
  useLaunch(() => {
    forgetOldForms();
    // Spelled so that a build for browsers leaves both out, with what they stand on.
    if (process.env.TARO_ENV === 'weapp') {
      watchPrivacy();
      keepCurrent();
    }
  });
  // An address of an earlier edition, or one that somebody mistyped.
  usePageNotFound(() => void goInstead('open/missing'));
  return (
    <QueryClientProvider client={queryClient}>
      <ElderProvider>
        <WayHomeContext.Provider value={wayHome}>{children}</WayHomeContext.Provider>
      </ElderProvider>
    </QueryClientProvider>
  );
}
