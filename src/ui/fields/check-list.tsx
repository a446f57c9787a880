import { View } from '@tarojs/components';
import { spoken } from '../spoken';
import { CheckRow } from './check-row';
import type { Choice } from './choice-field';
import { Field, type FieldProps, fieldSpoken } from './field';

interface Props<Value extends string> extends FieldProps {
  options: readonly Choice<Value>[];
  value: readonly Value[];
  /** What is ticked, in the order of the options. */
  onChange: (value: Value[]) => void;
}

/** Any of a few, all in sight. Each has the id `<id>-<value>`. */
export function CheckList<Value extends string>({ options, value, onChange, ...field }: Props<Value>) {
  const { label, describedby } = fieldSpoken(field);
  return (
    <Field {...field}>
      <View
        id={field.id}
        className="xh-choices xh-choices-padded"
        {...spoken({ role: 'group', label: label ?? '', ...(describedby ? { describedby } : {}) })}
      >
        {options.map((option) => (
          <CheckRow
            key={option.value}
            id={`${field.id}-${option.value}`}
            label={option.zh}
            checked={value.includes(option.value)}
            disabled={field.disabled ?? false}
            onChange={(checked) =>
              onChange(
                options
                  .map((each) => each.value)
                  .filter((each) => (each === option.value ? checked : value.includes(each))),
              )
            }
          />
        ))}
      </View>
    </Field>
  );
}
