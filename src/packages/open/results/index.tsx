import { View } from '@tarojs/components';

export default function OpenResultsPage() {
  return <View>获奖名单</View>;
}
