import { View } from '@tarojs/components';

export default function AccountComplaintPage() {
  return <View>投诉建议</View>;
}
