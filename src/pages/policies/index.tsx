import { View } from '@tarojs/components';

export default function PoliciesPage() {
  return <View>政策</View>;
}
