import { View } from '@tarojs/components';
import type { CSSProperties } from 'react';
import { spoken } from '../spoken';
import { type IconName, icons } from './icons';

const drawn = (shapes: string): string =>
  `url("data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#000" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shapes}</svg>`,
  )}")`;

/** A line icon in the colour of the text around it. It says nothing by itself: words stand beside it. `size` in px. */
export function Icon({ name, size }: { name: IconName; size?: number }) {
  // A property of our own, since the mini program's styles know no `-webkit-mask-image`.
  const style = {
    '--xh-shape': drawn(icons[name]),
    ...(size === undefined ? {} : { width: `${size}px`, height: `${size}px` }),
  } as CSSProperties;
  return <View className="xh-icon" style={style} {...spoken({ hidden: true })} />;
}
