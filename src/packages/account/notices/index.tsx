import { View } from '@tarojs/components';

export default function AccountNoticesPage() {
  return <View>消息</View>;
}
