import { typedCode, typedLine } from '@shared/kernel/typed/typed';
import { Input, View } from '@tarojs/components';
import { classes } from '../classes';
import { onWeb, spokenInside } from '../spoken';
import { Field, type FieldProps, fieldSpoken } from './field';
import { hear, type Typed, typing, useAtRest } from './typing';

interface Props extends FieldProps, Typed {
  /** The most characters it should hold, as a person counts them: more is told with its count, never cut. */
  max?: number;
  /** What the keyboard offers. */
  type?: keyof typeof keyboards;
}

/** WeChat's keyboard, and what a browser is told to offer instead. */
const keyboards = {
  text: { weapp: 'text', web: { type: 'text' } },
  phone: { weapp: 'number', web: { type: 'tel', inputMode: 'tel' } },
  idcard: { weapp: 'idcard', web: { type: 'text' } },
  code: { weapp: 'text', web: { type: 'text', autocapitalize: 'characters' } },
  search: { weapp: 'text', web: { type: 'text' } },
} as const;

/** Numbers of phones and papers are made plain once they are whole, and then shown as they are kept. */
const whole = (value: string) => ({ value, dropped: '' });
const kinds = { text: typedLine, phone: whole, idcard: whole, code: typedCode, search: typedLine };

/** One line of text. */
export function TextField({ max, type = 'text', value, onChange, onBlur, placeholder, ...field }: Props) {
  const { count, wrong, dropped } = hear(kinds[type], useAtRest(value), max, type === 'text');
  const told = { ...field, error: field.error || wrong };
  const keyboard = keyboards[type];
  return (
    <Field {...told} count={max !== undefined && count > max ? `${count}/${max}` : undefined} dropped={dropped}>
      <View className={classes('xh-input', told.error && 'xh-input-wrong', told.disabled && 'xh-input-disabled')}>
        <Input
          id={field.id}
          {...typing({ value, onChange, onBlur, placeholder, disabled: field.disabled })}
          type={onWeb ? 'text' : keyboard.weapp}
          {...spokenInside(fieldSpoken(told), keyboard.web)}
        />
      </View>
    </Field>
  );
}
