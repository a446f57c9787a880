import { typedNumber } from '@shared/kernel/typed/typed';
import { Input, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { classes } from '../classes';
import { onWeb, spokenInside } from '../spoken';
import { Field, type FieldProps, fieldSpoken } from './field';
import { typing } from './typing';

interface Props extends FieldProps {
  value: number | null;
  /** Null when the field is empty or holds no number. */
  onChange: (value: number | null) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** What is counted, shown behind the number: 人, 万元. */
  unit?: string;
  /** How many digits may follow the point. */
  digits?: number;
}

const below = /^\s*[-−－]/;
/** It separates no thousands, else it would be a number: meant for a point, most likely. */
const comma = /[,，]/;
const words = /[^\d０-９\s.,，．。]/;

/** What is wrong with what is no number; whoever typed words most likely typed the unit, which stands there already. */
function strangeZh(typed: string, digits: number, unit: string | undefined): string {
  if (below.test(typed)) return '不能是负数';
  const asked = digits === 0 ? '请填写整数' : `请填写数字，小数最多 ${digits} 位`;
  if (digits > 0 && comma.test(typed)) return `${asked}，小数点请用“.”`;
  return unit !== undefined && words.test(typed) ? `${asked}，后面的“${unit}”不用填` : asked;
}

/** A number with its unit. What is typed stays as typed; what is no number is told in words. */
export function NumberField({ value, onChange, onBlur, placeholder, unit, digits = 0, ...field }: Props) {
  const [typed, setTyped] = useState(value === null ? '' : String(value));
  const shown = typedNumber(typed, digits) === value ? typed : value === null ? '' : String(value);
  const strange = shown !== '' && typedNumber(shown, digits) === null;
  // Of what was typed, rather than that nothing was: to its page a number that is none is missing.
  const told = { ...field, error: strange ? strangeZh(shown, digits, unit) : field.error };
  const type = (words: string) => {
    setTyped(words);
    onChange(typedNumber(words, digits));
  };
  return (
    <Field {...told}>
      <View
        className={classes(
          'xh-input',
          'xh-input-number',
          told.error && 'xh-input-wrong',
          told.disabled && 'xh-input-disabled',
        )}
      >
        <Input
          id={field.id}
          {...typing({ value: shown, onChange: type, onBlur, placeholder, disabled: field.disabled })}
          // Taro's number field for a browser empties itself at a full-width digit.
          type={onWeb ? 'text' : digits === 0 ? 'number' : 'digit'}
          {...spokenInside(fieldSpoken(told), { type: 'text', inputMode: digits === 0 ? 'numeric' : 'decimal' })}
        />
        {unit === undefined ? null : <Text className="xh-input-unit">{unit}</Text>}
      </View>
    </Field>
  );
}
