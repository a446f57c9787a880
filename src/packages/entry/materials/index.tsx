import { View } from '@tarojs/components';

export default function EntryMaterialsPage() {
  return <View>参赛材料</View>;
}
