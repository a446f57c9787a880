import { View } from '@tarojs/components';

export default function EntryTeamPage() {
  return <View>团队成员</View>;
}
