import { View } from '@tarojs/components';

export default function StaffQueuePage() {
  return <View>审核队列</View>;
}
