import { View } from '@tarojs/components';
import { classes } from '../classes';
import { spoken } from '../spoken';

interface Props {
  /** Where it stands: on paper, beside a name on the night, or large over the ridges. */
  on?: 'paper' | 'night' | 'ridges';
  className?: string;
}

/** Our mark, the strokes of 火: two sparks are its dots, one rising flame its legs. Decoration, not read aloud; the styles draw it: see `_sign.scss`. */
export function Mark({ on = 'paper', className }: Props) {
  const drawn = { paper: false, night: 'xh-mark-on-night', ridges: 'xh-mark-large' } as const;
  return <View className={classes('xh-mark', drawn[on], className)} {...spoken({ hidden: true })} />;
}
