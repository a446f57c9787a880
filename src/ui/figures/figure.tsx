import { View } from '@tarojs/components';
import { classes } from '../classes';

interface Props {
  value: number | string;
  unit?: string;
  /** `hero` on the night, `row` beside others, `plain` in a card. */
  size?: 'plain' | 'hero' | 'row';
  /** What is late is said by its words as well. */
  late?: boolean;
}

/** A number that is looked at first, with its unit: tabular, and one sentence for whoever listens. */
export function Figure({ value, unit, size = 'plain', late = false }: Props) {
  return (
    <View className={classes('xh-figure', size !== 'plain' && `xh-figure-${size}`, late && 'xh-figure-late')}>
      <View className="xh-figure-number">{value}</View>
      {unit === undefined ? null : <View className="xh-figure-unit">{unit}</View>}
    </View>
  );
}
