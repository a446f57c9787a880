import { View } from '@tarojs/components';

/** One of several things, with its number before it and what it is of below. */
export function Numbered({ n, text, of }: { n: number; text: string; of: string }) {
  return (
    <View className="xh-numbered">
      <View className="xh-number-sign">{n}</View>
      <View className="xh-numbered-text">
        <View className="xh-prose">{text}</View>
        <View className="xh-row-detail">{of}</View>
      </View>
    </View>
  );
}
