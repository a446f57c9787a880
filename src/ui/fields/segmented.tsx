import { View } from '@tarojs/components';
import { classes } from '../classes';
import { pressable, spoken } from '../spoken';
import type { Choice } from './choice-field';

interface Props<Value extends string> {
  id: string;
  /** What is being chosen; read aloud. */
  label: string;
  options: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Two to four views of one page, side by side. Each has the id `<id>-<value>`. */
export function Segmented<Value extends string>({ id, label, options, value, onChange }: Props<Value>) {
  return (
    <View id={id} className="xh-segmented" {...spoken({ role: 'tablist', label })}>
      {options.map((option) => {
        const chosen = option.value === value;
        const choose = () => {
          if (!chosen) onChange(option.value);
        };
        return (
          <View
            key={option.value}
            id={`${id}-${option.value}`}
            className={classes('xh-segment', 'xh-press', chosen && 'xh-segment-chosen')}
            hoverClass="xh-pressed"
            onClick={choose}
            {...pressable(choose)}
            {...spoken({ role: 'tab', selected: chosen })}
          >
            {option.zh}
          </View>
        );
      })}
    </View>
  );
}
