import Taro from '@tarojs/taro';
import { type ReactNode, useEffect, useState } from 'react';
import { ElderContext } from '../../ui/elder';

const storageKey = 'xinghuo-elder';
const listeners = new Set<(elder: boolean) => void>();

export const elderChosen = (): boolean => Taro.getStorageSync<string>(storageKey) === 'yes';

/** Chosen on the device, so that it holds before signing in as well. */
export function chooseElder(elder: boolean): void {
  Taro.setStorageSync(storageKey, elder ? 'yes' : 'no');
  for (const listener of listeners) listener(elder);
}

/** Tells every page whether to be drawn large. */
export function ElderProvider({ children }: { children?: ReactNode }) {
  const [elder, setElder] = useState(elderChosen);
  useEffect(() => {
    listeners.add(setElder);
    return () => {
      listeners.delete(setElder);
    };
  }, []);
  return <ElderContext.Provider value={elder}>{children}</ElderContext.Provider>;
}
