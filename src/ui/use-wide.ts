import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

/** From here on there is room for two panes, in CSS pixels. */
export const deskWidth = 900;

type Sized = { windowWidth: number };
type Resizes = {
  getWindowInfo?: () => Sized;
  onWindowResize?: (listener: (told: { size: Sized }) => void) => void;
  offWindowResize?: (listener: (told: { size: Sized }) => void) => void;
};

const platform = Taro as unknown as Resizes;

function widthNow(): number {
  if (process.env.TARO_ENV === 'h5') return window.innerWidth;
  return platform.getWindowInfo?.().windowWidth ?? 0;
}

/** Whether the window is at least so wide, kept current as it is drawn larger or smaller: in a browser, and in WeChat on a computer. */
export function useWide(least: number): boolean {
  const [wide, setWide] = useState(() => widthNow() >= least);
  useEffect(() => {
    if (process.env.TARO_ENV === 'h5') {
      const look = () => setWide(widthNow() >= least);
      window.addEventListener('resize', look);
      return () => window.removeEventListener('resize', look);
    }
    const hear = ({ size }: { size: Sized }) => setWide(size.windowWidth >= least);
    platform.onWindowResize?.(hear);
    return () => platform.offWindowResize?.(hear);
  }, [least]);
  return wide;
}
