import { View } from '@tarojs/components';
import { spoken } from '../spoken';

/** Our mark: a spark rising from an ember, 40 px high; decoration, not read aloud. The styles draw it: see `_sign.scss`. */
export function Spark() {
  return <View className="xh-spark" {...spoken({ hidden: true })} />;
}
