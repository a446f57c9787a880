import { View } from '@tarojs/components';

export default function StaffFeedbackPage() {
  return <View>投诉建议办理</View>;
}
