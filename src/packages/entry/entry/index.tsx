import { View } from '@tarojs/components';

export default function EntryEntryPage() {
  return <View>参赛报名</View>;
}
