import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Tone } from './tone';

/** A state in one or two words. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return <View className={`xh-tag xh-tone-${tone}`}>{children}</View>;
}
