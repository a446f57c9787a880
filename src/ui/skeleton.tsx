import { View } from '@tarojs/components';
import { spoken } from './spoken';

/** Stands where rows will be while they load. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  return (
    <View className="xh-skeleton" {...spoken({ role: 'status', label: '正在加载', busy: true })}>
      {Array.from({ length: rows }, (_, row) => `bar-${row}`).map((bar) => (
        <View key={bar} className="xh-skeleton-bar" />
      ))}
    </View>
  );
}
