import { View } from '@tarojs/components';

export default function AccountProfilePage() {
  return <View>个人信息</View>;
}
