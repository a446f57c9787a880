import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { classes } from '../classes';
import { LongText } from '../long-text';

/** A label and what stands for it; a number that people compare stands at the right. */
export interface Pair {
  label: string;
  value: ReactNode;
  number?: boolean;
}

/** Rows of label and value. An empty value is said to be so; what somebody wrote keeps its paragraphs. */
export function KeyValue({ items }: { items: readonly Pair[] }) {
  return (
    <View>
      {items.map(({ label, value, number }) => (
        <View key={label} className={classes('xh-pair', number && 'xh-pair-counted')}>
          <View className="xh-pair-label">{label}</View>
          <View className="xh-pair-value">
            {value === '' || value === null || value === undefined ? (
              '未填写'
            ) : typeof value === 'string' ? (
              <LongText>{value}</LongText>
            ) : (
              value
            )}
          </View>
        </View>
      ))}
    </View>
  );
}
