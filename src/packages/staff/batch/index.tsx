import { View } from '@tarojs/components';

export default function StaffBatchPage() {
  return <View>批量办理</View>;
}
