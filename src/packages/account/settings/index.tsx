import { View } from '@tarojs/components';

export default function AccountSettingsPage() {
  return <View>设置</View>;
}
