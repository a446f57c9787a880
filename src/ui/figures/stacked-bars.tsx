import { View } from '@tarojs/components';
import { spoken } from '../spoken';

/** One bar: two parts on each other, the settled one below. `zh` names it under the axis. */
export interface StackedBar {
  id: string;
  zh: string;
  solid: number;
  hatched: number;
  /** What stands over it, where there is room. */
  valueZh: string;
}

interface Props {
  /** What the whole says, for whoever listens; the figures themselves stand in a table below. */
  label: string;
  bars: readonly StackedBar[];
  keys: readonly [solid: string, hatched: string];
  unitZh: string;
}

/** With more bars than this there is no room for words at each. */
const roomFor = 6;
/** Signs that stand over all bars side by side on the narrowest phone. */
const roomForSigns = 30;

/** Amounts side by side, each in two parts that texture tells apart as well as colour. A picture: its table says the same. */
export function StackedBars({ label, bars, keys, unitZh }: Props) {
  const most = Math.max(1, ...bars.map(({ solid, hatched }) => solid + hatched));
  const share = (part: number) => `${(part / most) * 100}%`;
  const every = Math.ceil(bars.length / roomFor);
  const signs = bars.length * Math.max(0, ...bars.map(({ valueZh }) => valueZh.length));
  const valued = every === 1 && signs <= roomForSigns;
  return (
    <>
      <View className="xh-bars" {...spoken({ role: 'img', label })}>
        {bars.map(({ id, zh, solid, hatched, valueZh }, i) => (
          <View key={id} className="xh-bar-place" {...spoken({ hidden: true })}>
            {valued ? <View className="xh-bar-value">{valueZh}</View> : null}
            <View className="xh-bar-stand">
              <View className="xh-bar-hatched" style={{ height: share(hatched) }} />
              <View className="xh-bar-solid" style={{ height: share(solid) }} />
            </View>
            <View className="xh-bar-name">{i % every === 0 ? zh : ''}</View>
          </View>
        ))}
      </View>
      <View className="xh-bars-key">
        <View className="xh-bars-key-part">
          <View className="xh-bar-mark xh-bar-solid" />
          <View>{keys[0]}</View>
        </View>
        <View className="xh-bars-key-part">
          <View className="xh-bar-mark xh-bar-hatched" />
          <View>{keys[1]}</View>
        </View>
        <View>{unitZh}</View>
      </View>
    </>
  );
}
