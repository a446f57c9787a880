import { View } from '@tarojs/components';

export default function EntryInvitationPage() {
  return <View>团队邀请</View>;
}
