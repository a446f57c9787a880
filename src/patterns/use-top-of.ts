import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/**
 * A page that becomes another one in its place, such as a form that was handed in, is read from its top: where the finger was lies the foot
 * of something else.
 * @param shown what is on the page now
 */
export function useTopOf(shown: string): void {
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  }, [shown]);
}
