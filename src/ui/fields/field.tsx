import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '../icons/icon';
import { onWeb, type Spoken, spoken } from '../spoken';
import { focusField } from './focus-field';

/** What every field of a form takes. */
export interface FieldProps {
  /** Where an error sends the focus, and what a test looks for. */
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** A field that may stay empty says so; a required one needs no mark. */
  required?: boolean | undefined;
  disabled?: boolean | undefined;
}

/** What a screen reader is told of the control inside a field. */
export function fieldSpoken({ id, label, hint, error, required, disabled }: FieldProps): Spoken {
  const described = [error ? `${id}-error` : '', hint ? `${id}-hint` : ''].filter((name) => name !== '').join(' ');
  return {
    label,
    describedby: described === '' ? undefined : described,
    invalid: error ? true : undefined,
    required: required || undefined,
    disabled: disabled || undefined,
  };
}

interface FrameProps extends FieldProps {
  /** How much was typed of how much may be. */
  count?: string | undefined;
  /** What of it will not be kept. */
  dropped?: string | undefined;
  children: ReactNode;
}

/**
 * Label and hint above, control, error in words below it: who is typing reads the hint before, and no keyboard covers it. What comes and goes has a place of its own: WeChat is sent all that
 * stands beside a thing that came or went, and a control sent again would take what is being typed.
 */
export function Field({ id, label, hint, error, count, dropped, required = true, children }: FrameProps) {
  return (
    <View className="xh-field">
      <View className="xh-field-label" {...(onWeb ? { onClick: () => focusField(id) } : {})}>
        {label}
        {required ? null : <Text className="xh-field-optional">选填</Text>}
      </View>
      <View>
        {hint ? (
          <View id={`${id}-hint`} className="xh-field-hint xh-field-hint-first">
            {hint}
          </View>
        ) : null}
      </View>
      {children}
      <View>
        {count === undefined ? null : <View className="xh-field-count">{count}</View>}
        {error ? (
          <View id={`${id}-error`} className="xh-field-error" {...spoken({ role: 'alert' })}>
            <Icon name="circle-alert" />
            <View>{error}</View>
          </View>
        ) : null}
        {dropped ? (
          <View id={`${id}-dropped`} className="xh-field-hint" {...spoken({ role: 'status', live: 'polite' })}>
            {dropped}
          </View>
        ) : null}
      </View>
    </View>
  );
}
