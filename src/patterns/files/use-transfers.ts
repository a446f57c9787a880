import { useEffect, useSyncExternalStore } from 'react';
import type { Transfers } from './transfers';

/** The files on their way, as they are now. */
export const useTransfers = (transfers: Transfers) =>
  useSyncExternalStore(transfers.subscribe, transfers.all, transfers.all);

/** A browser asks before it closes a window from which a file is still being sent. */
export function useWarnOnClose(transfers: Transfers): void {
  useEffect(() => {
    if (process.env.TARO_ENV !== 'h5') return undefined;
    const warn = (event: BeforeUnloadEvent) => {
      if (transfers.isSending()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [transfers]);
}
