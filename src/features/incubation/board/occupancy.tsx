import { View } from '@tarojs/components';
import { classes } from '../../../ui/classes';
import { spoken } from '../../../ui/spoken';
import type { Board } from './board';

const parts = [
  ['occupied', '在孵'],
  ['held', '保留'],
  ['repair', '维修'],
  ['free', '空'],
] as const;

/** How many places stand how: a bar, and the same as figures. */
export function Occupancy({ counts }: { counts: Board['counts'] }) {
  return (
    <>
      <View className="xh-occupancy" {...spoken({ hidden: true })}>
        {parts.map(([name]) =>
          counts[name] === 0 ? null : (
            <View
              key={name}
              className={classes('xh-occupancy-part', `xh-occupancy-${name}`)}
              style={{ flexGrow: counts[name], flexBasis: 0 }}
            />
          ),
        )}
      </View>
      <View className="xh-counts">
        {[...parts, ['total', '合计'] as const].map(([name, zh]) => (
          <View key={name} className="xh-count">
            <View className="xh-count-name">{zh}</View>
            <View className="xh-count-number">{counts[name]}</View>
          </View>
        ))}
      </View>
    </>
  );
}
