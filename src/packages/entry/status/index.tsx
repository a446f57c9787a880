import { View } from '@tarojs/components';

export default function EntryStatusPage() {
  return <View>办理进度</View>;
}
