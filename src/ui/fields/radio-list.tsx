import { View } from '@tarojs/components';
import { classes } from '../classes';
import { pressable, spoken } from '../spoken';
import type { Choice } from './choice-field';
import { Field, type FieldProps, fieldSpoken } from './field';

interface Props<Value extends string> extends FieldProps {
  options: readonly (Choice<Value> & { hint?: string | undefined })[];
  value: Value | '' | null;
  onChange: (value: Value) => void;
}

/** One of a few, all in sight. Each has the id `<id>-<value>`. Nothing is chosen unless `value` says so. */
export function RadioList<Value extends string>({ options, value, onChange, ...field }: Props<Value>) {
  return (
    <Field {...field}>
      <View id={field.id} className="xh-choices" {...spoken({ role: 'radiogroup', ...fieldSpoken(field) })}>
        {options.map((option) => {
          const chosen = option.value === value;
          const choose = () => {
            if (!field.disabled && !chosen) onChange(option.value);
          };
          return (
            <View
              key={option.value}
              id={`${field.id}-${option.value}`}
              className={classes('xh-choice', 'xh-press', field.disabled && 'xh-choice-disabled')}
              hoverClass={field.disabled ? 'none' : 'xh-pressed'}
              onClick={choose}
              {...pressable(choose, !field.disabled)}
              {...spoken({ role: 'radio', checked: chosen, disabled: field.disabled || undefined })}
            >
              <View className={classes('xh-box', 'xh-box-round', chosen && 'xh-box-on')}>
                {chosen ? <View className="xh-box-dot" /> : null}
              </View>
              <View className="xh-choice-text">
                <View>{option.zh}</View>
                {option.hint ? <View className="xh-choice-hint">{option.hint}</View> : null}
              </View>
            </View>
          );
        })}
      </View>
    </Field>
  );
}
