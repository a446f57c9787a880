import { View } from '@tarojs/components';

export default function EntryEligibilityPage() {
  return <View>能不能报</View>;
}
