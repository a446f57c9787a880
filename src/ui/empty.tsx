import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Spark } from './spark';
import { spoken } from './spoken';

/** A list with nothing in it: says so, and says what to do next. */
export function Empty({ title, hint, action }: { title: string; hint?: string; action?: ReactNode }) {
  return (
    <View className="xh-empty" {...spoken({ role: 'status' })}>
      <Spark />
      <View className="xh-empty-title">{title}</View>
      <View className="xh-empty-hint">{hint}</View>
      {action}
    </View>
  );
}
