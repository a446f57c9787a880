import { typedArea } from '@shared/kernel/typed/typed';
import { Textarea, View } from '@tarojs/components';
import { useContext } from 'react';
import { classes } from '../classes';
import { InSheet } from '../sheets/in-sheet';
import { onWeb, spokenInside } from '../spoken';
import { Field, type FieldProps, fieldSpoken } from './field';
import { hear, type Typed, typing, useAtRest } from './typing';

interface Props extends FieldProps, Typed {
  /** The most characters it should hold, as a person counts them; shown with the count. More is told, never cut. */
  max: number;
}

/** Several lines of text, with a count of characters; it grows with what is written, up to a part of the window. */
export function TextArea({ max, value, onChange, onBlur, placeholder, ...field }: Props) {
  const inSheet = useContext(InSheet);
  const { count, wrong, dropped } = hear(typedArea, useAtRest(value), max, true);
  const told = { ...field, error: field.error || wrong };
  return (
    <Field {...told} count={`${count}/${max}`} dropped={dropped}>
      <View
        className={classes(
          'xh-input',
          'xh-input-area',
          told.error && 'xh-input-wrong',
          told.disabled && 'xh-input-disabled',
        )}
      >
        <Textarea
          id={field.id}
          {...typing({ value, onChange, onBlur, placeholder, disabled: field.disabled })}
          {...(onWeb ? {} : { autoHeight: true, showConfirmBar: false, fixed: inSheet })}
          {...spokenInside(fieldSpoken(told), { rows: '4' })}
        />
      </View>
    </Field>
  );
}
