import { View } from '@tarojs/components';

export default function StaffReviewPage() {
  return <View>资格审查</View>;
}
