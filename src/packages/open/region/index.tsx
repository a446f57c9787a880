import { View } from '@tarojs/components';

export default function OpenRegionPage() {
  return <View>县域赛场</View>;
}
