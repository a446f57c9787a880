import { View } from '@tarojs/components';

export default function EntryReceiptPage() {
  return <View>报名回执</View>;
}
