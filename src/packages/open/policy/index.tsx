import { View } from '@tarojs/components';

export default function OpenPolicyPage() {
  return <View>政策详情</View>;
}
