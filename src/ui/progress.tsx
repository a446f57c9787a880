import { View } from '@tarojs/components';
import { spoken } from './spoken';

interface Props {
  label: string;
  value: number;
  max: number;
  /** The same in words, shown at the right: 3/9 项, 42%. */
  words?: string;
}

/** How far something is, as a bar and in words. */
export function Progress({ label, value, max, words }: Props) {
  const share = max > 0 ? Math.min(100, Math.max(0, Math.round((value / max) * 100))) : 0;
  return (
    <View>
      <View className="xh-progress-words">
        <View>{label}</View>
        <View>{words ?? `${share}%`}</View>
      </View>
      <View
        className="xh-progress"
        {...spoken({ role: 'progressbar', label, valuemin: 0, valuemax: max, valuenow: value })}
      >
        <View className="xh-progress-done" style={{ width: `${share}%` }} />
      </View>
    </View>
  );
}
