import Taro, { useDidHide } from '@tarojs/taro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FormKeeper } from './form-keeper';
import type { Part } from './form-rules';

/**
 * A keeper for as long as the page stands; saves when the page hides and when the network comes back.
 * @param make called once, as the page opens
 */
export function useFormKeeper<View extends Part, Sealed extends string>(make: () => FormKeeper<View, Sealed>) {
  const [keeper] = useState(make);
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
