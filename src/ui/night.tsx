import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Mark } from './icons/mark';
import { spoken } from './spoken';

interface Props {
  /** Who speaks: the name beside the mark. */
  brand: string;
  /** `front` for whoever comes to see the event, `strip` above what somebody has to do. */
  kind: 'front' | 'strip';
  children: ReactNode;
}

/** The night at the head of a page, where the event speaks: mark, words, and the loess ridges below them. */
export function Night({ brand, kind, children }: Props) {
  return (
    <View className={`xh-night xh-night-${kind}`}>
      <View className="xh-night-ridges" {...spoken({ hidden: true })} />
      {kind === 'front' ? <Mark on="ridges" className="xh-night-flame" /> : null}
      <View className="xh-night-body">
        <View className="xh-night-brand">
          <Mark on="night" />
          <View>{brand}</View>
        </View>
        {children}
      </View>
    </View>
  );
}
