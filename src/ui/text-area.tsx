import { Textarea, View } from '@tarojs/components';
import { classes } from './classes';
import { Field, type FieldProps, fieldSpoken } from './field';
import { spokenInside } from './spoken';

interface Props extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  placeholder?: string;
  /** The most characters it takes; shown as a count. */
  max: number;
}

/** Several lines of text, with a count of characters. */
export function TextArea({ value, onChange, onBlur, placeholder, max, ...field }: Props) {
  return (
    <Field {...field}>
      <View
        className={classes(
          'xh-input',
          'xh-input-area',
          field.error && 'xh-input-wrong',
          field.disabled && 'xh-input-disabled',
        )}
      >
        <Textarea
          id={field.id}
          className="xh-input-control"
          placeholderClass="xh-placeholder"
          value={value}
          placeholder={placeholder ?? ''}
          maxlength={max}
          disabled={field.disabled ?? false}
          onInput={(event) => onChange(event.detail.value)}
          onBlur={() => onBlur?.()}
          {...spokenInside(fieldSpoken(field), { rows: '4' })}
        />
      </View>
      <View className="xh-field-count">
        {value.length}/{max}
      </View>
    </Field>
  );
}
