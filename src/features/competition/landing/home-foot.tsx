import { View } from '@tarojs/components';
import type { Home } from '../use-landing';

/** Who runs the contest, and that a demonstration is one. */
export const HomeFoot = ({ home }: { home: Home }) => (
  <View className="xh-home-foot">
    <View>{home.organiser.nameZh}</View>
    <View>{home.organiser.filingZh}</View>
    {home.edition?.synthetic ? <View>演示环境。除公开报道过的项目名称外，项目和人员均为虚构</View> : null}
  </View>
);
