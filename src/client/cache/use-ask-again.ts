import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';

const first = 1000;
const longest = 5000;

/**
 * While something is awaited from elsewhere and the page is in front, asks again: after a second, then after ever longer pauses up to
 * five seconds, since most checks end at once and the others take until the next minute.
 */
export function useAskAgain(awaited: boolean, refetch: () => Promise<unknown>): void {
  const [inFront, setInFront] = useState(true);
  useDidShow(() => setInFront(true));
  useDidHide(() => setInFront(false));
  const asking = awaited && inFront;
  useEffect(() => {
    if (!asking) return undefined;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const askAfter = (pause: number) => {
      timer = setTimeout(async () => {
        await refetch();
        if (timer !== null) askAfter(Math.min(pause * 1.5, longest));
      }, pause);
    };
    askAfter(first);
    return () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    };
  }, [asking, refetch]);
}
