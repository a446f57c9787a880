import type { InputProps, TextareaProps } from '@tarojs/components';
import { onWeb } from './spoken';

/** What is typed into, and whoever wants to know. */
export interface Typed {
  value: string;
  /** Gets what was typed or pasted as it is, never cut. */
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
}

/** px kept free between the line that is typed and the keyboard, so that the count and the error under it are seen. */
const clear = 80;

type Shared = keyof InputProps & keyof TextareaProps;

/**
 * What every control that is typed into has in common. The platform cuts nothing: it would do so without a word, by UTF-16,
 * and before spaces are forgiven. What a keyboard told only as the field was left is taken too.
 */
export function typing({ value, onChange, onBlur, placeholder, disabled }: Typed): Pick<InputProps, Shared> {
  return {
    className: 'xh-input-control',
    placeholderClass: 'xh-placeholder',
    value,
    placeholder: placeholder ?? '',
    maxlength: -1,
    disabled: disabled ?? false,
    ...(onWeb ? {} : { cursorSpacing: clear }),
    onInput: (event) => onChange(event.detail.value),
    onBlur: (event) => {
      if (event.detail.value !== value) onChange(event.detail.value);
      onBlur?.();
    },
  };
}

/** How many characters a text has, to a person. */
export const countOf = (text: string): number => Array.from(text).length;

/** The sentence for a text that is longer than it may be; undefined for one that is not. */
export const tooLong = (text: string, max: number | undefined): string | undefined =>
  max !== undefined && countOf(text) > max ? `最多 ${max} 个字，请删减` : undefined;
