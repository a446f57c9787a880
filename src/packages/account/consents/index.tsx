import { View } from '@tarojs/components';

export default function AccountConsentsPage() {
  return <View>授权与同意</View>;
}
