import { View } from '@tarojs/components';
import { LongText } from '../long-text';
import { spoken } from '../spoken';

/** What happened, when (ready to read), by whom and why. */
export interface Moment {
  zh: string;
  at: string;
  by?: string | undefined;
  reason?: string | undefined;
}

/** What has happened, in the order given: the newest first by custom. */
export function Timeline({ items }: { items: readonly Moment[] }) {
  return (
    <View className="xh-timeline" {...spoken({ role: 'list' })}>
      {items.map((item) => (
        <View key={`${item.at} ${item.zh}`} className="xh-moment" {...spoken({ role: 'listitem' })}>
          <View className="xh-moment-what">{item.zh}</View>
          <View className="xh-moment-when">{[item.at, item.by].filter((part) => part).join(' · ')}</View>
          {item.reason ? (
            <View className="xh-moment-why">
              <LongText>{item.reason}</LongText>
            </View>
          ) : null}
        </View>
      ))}
    </View>
  );
}
