import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Mark } from './icons/mark';
import { spoken } from './spoken';

interface Props {
  title: string;
  hint?: string;
  action?: ReactNode;
  /** Whether the page holds nothing else, not even a title of its own. */
  whole?: boolean;
}

/** A list with nothing in it: says so, and says what to do next. */
export function Empty({ title, hint, action, whole = false }: Props) {
  return (
    <View className="xh-empty" {...spoken({ role: 'status' })}>
      <Mark />
      <View className="xh-empty-title" {...(whole ? spoken({ role: 'heading', level: 1 }) : {})}>
        {title}
      </View>
      <View className="xh-empty-hint">{hint}</View>
      {action}
    </View>
  );
}
