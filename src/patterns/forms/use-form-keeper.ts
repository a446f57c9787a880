import { useQueryClient } from '@tanstack/react-query';
import Taro, { useDidHide } from '@tarojs/taro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { touch, touches } from '../../client/cache/touches';
import { type EntryView, entryKey, type SectionView } from '../../features/entry/entry-view';
import { SectionKeeper } from './form-keeper';

/** A section's keeper for as long as the page stands; saves when the page hides and when the network comes back. */
export function useSectionKeeper(entryId: string, view: SectionView) {
  const cache = useQueryClient();
  const [keeper] = useState(
    () =>
      new SectionKeeper(entryId, view, (saved) => {
        cache.setQueryData<EntryView>(
          entryKey(entryId),
          (entry) =>
            entry && {
              ...entry,
              sections: entry.sections.map((each) => (each.section === saved.section ? saved : each)),
            },
        );
        // The task list and the obstacles changed too; they are asked again when their page comes into view.
        touch(cache, touches.entry, 'none');
      }),
  );
  const kept = useSyncExternalStore(keeper.subscribe, keeper.read, keeper.read);
  useDidHide(() => void keeper.flush());
  useEffect(() => {
    const stop = watchNetwork(() => void keeper.flush());
    return () => {
      stop();
      keeper.close();
    };
  }, [keeper]);
  return { keeper, kept };
}

/** Calls when the network returns, and in a browser also as the window is hidden or left. Gives back how to stop. */
function watchNetwork(save: () => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    window.addEventListener('online', save);
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    return () => {
      window.removeEventListener('online', save);
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', save);
    };
  }
  const onChange: Taro.onNetworkStatusChange.Callback = ({ isConnected }) => {
    if (isConnected) save();
  };
  Taro.onNetworkStatusChange(onChange);
  return () => Taro.offNetworkStatusChange(onChange);
}
