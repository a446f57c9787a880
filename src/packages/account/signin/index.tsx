import { View } from '@tarojs/components';

export default function AccountSigninPage() {
  return <View>登录</View>;
}
