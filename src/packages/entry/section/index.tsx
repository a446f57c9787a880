import { View } from '@tarojs/components';

export default function EntrySectionPage() {
  return <View>填写</View>;
}
