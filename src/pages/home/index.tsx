import { View } from '@tarojs/components';

export default function HomePage() {
  return <View>首页</View>;
}
