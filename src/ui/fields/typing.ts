import { holdsResidentId } from '@shared/kernel/resident-id';
import { countGraphemes } from '@shared/kernel/typed/graphemes';
import { noIdNumberHere, tooLong } from '@shared/kernel/typed/sentences';
import type { Typed as Kept } from '@shared/kernel/typed/typed';
import type { InputProps, TextareaProps } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { onWeb } from '../spoken';

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

/** What the kit says under a field of what was typed into it. */
export type Heard = {
  /** How many characters will be kept, as a person counts them. */
  count: number;
  /** Beside the field: too long, or an identity number in the open. */
  wrong: string | undefined;
  /** What will not be kept, such as characters that nobody sees. */
  dropped: string | undefined;
};

/**
 * Hears what was typed by the function of its kind, by which the server keeps it too.
 * @param open prose that others read, where no identity number may stand
 */
export function hear(kind: (text: string) => Kept, typed: string, max: number | undefined, open: boolean): Heard {
  const { value, dropped } = kind(typed);
  const count = countGraphemes(value);
  const long = max !== undefined && count > max ? tooLong(max, count) : undefined;
  return {
    count,
    wrong: long ?? (open && holdsResidentId(value) ? noIdNumberHere : undefined),
    dropped: dropped === '' ? undefined : dropped,
  };
}

const restMs = 300;

/** What was typed, as it stood at the last pause: what is only said about it need not be drawn anew with every key. */
export function useAtRest(typed: string): string {
  const [rested, setRested] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return rested;
}
