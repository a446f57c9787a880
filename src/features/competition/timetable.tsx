import { dayZh, untilZh } from '@shared/kernel/moment-words';
import { View } from '@tarojs/components';
import { Card } from '../../ui/card';
import { KeyValue } from '../../ui/lists/key-value';
import type { Home } from './use-landing';

/** From when to when each phase of an edition or a contest runs. */
export function Timetable({ phases }: Pick<Home, 'phases'>) {
  const items = phases.map(({ zh, opensAt, closesAt }) => ({
    label: zh,
    value: `${dayZh(opensAt)}至${untilZh(closesAt)}`,
  }));
  return (
    <Card title="赛程">
      {items.length === 0 ? <View className="xh-row-detail">时间待定</View> : <KeyValue items={items} />}
    </Card>
  );
}
