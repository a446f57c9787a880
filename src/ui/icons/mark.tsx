import { View } from '@tarojs/components';
import { classes } from '../classes';
import { spoken } from '../spoken';

/** Our mark, the strokes of 火: two sparks are its dots, one rising flame its legs. Decoration, not read aloud; the styles draw it: see `_sign.scss`. */
export function Mark({ onNight = false, className }: { onNight?: boolean; className?: string }) {
  return (
    <View className={classes('xh-mark', onNight && 'xh-mark-on-night', className)} {...spoken({ hidden: true })} />
  );
}
