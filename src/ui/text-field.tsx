import { Input, View } from '@tarojs/components';
import { classes } from './classes';
import { Field, type FieldProps, fieldSpoken } from './field';
import { spokenInside } from './spoken';

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** The most characters it takes. */
  max?: number;
  /** What the keyboard offers. */
  type?: 'text' | 'phone' | 'idcard';
}

/** One line of text. */
export function TextField({ value, onChange, onBlur, placeholder, max, type = 'text', ...field }: Props) {
  return (
    <Field {...field}>
      <View className={classes('xh-input', field.error && 'xh-input-wrong', field.disabled && 'xh-input-disabled')}>
        <Input
          id={field.id}
          className="xh-input-control"
          placeholderClass="xh-placeholder"
          type={type === 'idcard' ? 'idcard' : 'text'}
          value={value}
          placeholder={placeholder ?? ''}
          maxlength={max ?? -1}
          disabled={field.disabled ?? false}
          onInput={(event) => onChange(event.detail.value)}
          onBlur={() => onBlur?.()}
          {...spokenInside(fieldSpoken(field), type === 'phone' ? { inputMode: 'tel', type: 'tel' } : { type: 'text' })}
        />
      </View>
    </Field>
  );
}
