import { Picker, View } from '@tarojs/components';
import { createElement } from 'react';
import { classes } from '../classes';
import { Icon } from '../icons/icon';
import { onWeb, spoken } from '../spoken';
import { Field, type FieldProps, fieldSpoken } from './field';

/** One thing to choose: what is stored, and what people read. */
export interface Choice<Value extends string = string> {
  value: Value;
  zh: string;
}

interface Props<Value extends string> extends FieldProps {
  options: readonly Choice<Value>[];
  /** Empty while nothing is chosen. */
  value: Value | '' | null;
  onChange: (value: Value) => void;
  placeholder?: string;
}

/**
 * One of many, from a list. In a browser it is the browser's own list, which keyboards and readers know; WeChat reads a
 * picker's name instead of what stands in it, so there the name says both.
 */
export function ChoiceField<Value extends string>({ options, value, onChange, placeholder, ...field }: Props<Value>) {
  const asked = placeholder ?? '请选择';
  const at = options.findIndex((option) => option.value === value);
  const choose = (index: number) => {
    const option = options[index];
    if (option !== undefined && option.value !== value) onChange(option.value);
  };
  const shown = options[at]?.zh ?? asked;
  const told = fieldSpoken(field);
  return (
    <Field {...field}>
      <View className={classes('xh-input', field.error && 'xh-input-wrong', field.disabled && 'xh-input-disabled')}>
        {onWeb
          ? createElement(
              'select',
              {
                id: field.id,
                className: classes('xh-native', at < 0 && 'xh-placeholder'),
                value: at < 0 ? '' : options[at]?.value,
                disabled: field.disabled,
                onChange: (event: { target: { value: string } }) =>
                  choose(options.findIndex((option) => option.value === event.target.value)),
                ...spoken(told),
              },
              // Where nothing is an answer too (全部), it is chosen and shown as one.
              options.some((option) => option.value === '')
                ? null
                : createElement('option', { value: '', disabled: true }, asked),
              options.map((option) => createElement('option', { key: option.value, value: option.value }, option.zh)),
            )
          : null}
        {onWeb ? null : (
          <Picker
            id={field.id}
            className="xh-chosen"
            mode="selector"
            range={options.map((option) => option.zh)}
            value={Math.max(at, 0)}
            disabled={field.disabled ?? false}
            onChange={(event) => choose(Number(event.detail.value))}
            {...spoken({ ...told, label: `${field.label}，${shown}` })}
          >
            <View className="xh-chosen">
              <View className={classes('xh-chosen-words', at < 0 && 'xh-placeholder')}>{shown}</View>
              <Icon name="chevron-down" />
            </View>
          </Picker>
        )}
        {onWeb ? <Icon name="chevron-down" /> : null}
      </View>
    </Field>
  );
}
