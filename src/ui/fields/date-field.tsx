import { Picker, View } from '@tarojs/components';
import { createElement, useState } from 'react';
import { classes } from '../classes';
import { Icon } from '../icons/icon';
import { onWeb, spoken } from '../spoken';
import { Field, type FieldProps, fieldSpoken } from './field';

interface Props extends FieldProps {
  /** `YYYY-MM-DD`, or empty. */
  value: string;
  onChange: (value: string) => void;
  /** The first and the last day that may be chosen, `YYYY-MM-DD`. */
  from?: string;
  to?: string;
}

const brokenDay = '日期没有填全，或者没有这一天，请核对';

/** A day. In a browser it is the browser's own calendar, which shows a day that was typed and does not exist, and tells the page nothing of it. */
export function DateField({ value, onChange, from, to, ...props }: Props) {
  const [broken, setBroken] = useState(false);
  const field = broken && value === '' ? { ...props, error: brokenDay } : props;
  const shown = value || '请选择日期';
  const told = fieldSpoken(field);
  return (
    <Field {...field}>
      <View className={classes('xh-input', field.error && 'xh-input-wrong', field.disabled && 'xh-input-disabled')}>
        {onWeb ? (
          <>
            {createElement('input', {
              id: field.id,
              type: 'date',
              className: 'xh-native xh-native-date',
              value,
              min: from,
              max: to,
              disabled: field.disabled,
              onChange: (event: { target: { value: string } }) => onChange(event.target.value),
              onBlur: (event: { target: HTMLInputElement }) => setBroken(event.target.validity.badInput),
              ...spoken(told),
            })}
            <View className={classes('xh-date-shown', value === '' && 'xh-placeholder')} {...spoken({ hidden: true })}>
              {shown}
            </View>
          </>
        ) : (
          <Picker
            id={field.id}
            className="xh-chosen"
            mode="date"
            value={value}
            {...(from === undefined ? {} : { start: from })}
            {...(to === undefined ? {} : { end: to })}
            disabled={field.disabled ?? false}
            onChange={(event) => onChange(event.detail.value)}
            {...spoken({ ...told, label: `${field.label}，${shown}` })}
          >
            <View className="xh-chosen">
              <View className={classes('xh-chosen-words', value === '' && 'xh-placeholder')}>{shown}</View>
              <Icon name="calendar" />
            </View>
          </Picker>
        )}
      </View>
    </Field>
  );
}
