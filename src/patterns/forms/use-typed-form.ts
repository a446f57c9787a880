import { useDidHide } from '@tarojs/taro';
import { useEffect, useReducer, useState } from 'react';
import { dropForm, keepForm, keptForm } from '../../client/session/kept-forms';

/** ms without a key: the device is written to at pauses, which on phones takes the script as long as some keys do. */
const pause = 300;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A form as it is typed, and what the device has of it. */
function openForm(name: string) {
  let fields = keptForm(name)?.fields ?? {};
  let typed: Readonly<Record<string, unknown>> = {};
  let timer: ReturnType<typeof setTimeout> | null = null;
  const rest = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  const write = () => {
    rest();
    if (Object.keys(fields).length === 0) dropForm(name);
    else keepForm(name, fields);
  };
  return {
    name,
    valueOf(field: string, stands: unknown): unknown {
      if (field in typed) return typed[field];
      const kept = fields[field];
      return kept && isSame(kept.stands, stands) ? kept.typed : stands;
    },
    type(field: string, stands: unknown, value: unknown): void {
      typed = { ...typed, [field]: value };
      const { [field]: _before, ...others } = fields;
      fields = isSame(value, stands) ? others : { ...others, [field]: { stands, typed: value } };
      rest();
      timer = setTimeout(write, pause);
    },
    /** Whoever goes within the pause has typed it all the same. */
    leave(): void {
      if (timer !== null) write();
    },
    forget(shown: 'typed' | 'stands'): void {
      fields = {};
      if (shown === 'stands') typed = {};
      write();
    },
  };
}

/** What is typed into one form, field by field. */
export interface TypedForm {
  /**
   * One field of it: text, number, choice, anything that JSON can say. Never what is sealed, nor a number or code that opens something.
   * @param stands what is shown while nothing was typed
   */
  field<Value>(name: string, stands: Value): [value: Value, type: (value: Value) => void];
  /** It was sent: nothing of it stays on the device, and the fields show what stands. */
  sent(): void;
  /** It was sent and is what stands from now on: nothing of it stays on the device, and the fields go on showing it. */
  saved(): void;
}

/**
 * A form that is sent as a whole. What was typed over what stands is kept on this device until it was sent: who goes back, or whose page is
 * closed, finds it again. Where somebody else changed what stands meanwhile, that is shown.
 * @param form which form
 * @param about the id of what it is about, where there is more than one of it
 */
export function useTypedForm(form: string, about = ''): TypedForm {
  const name = `${form}:${about}`;
  const [, show] = useReducer((n: number) => n + 1, 0);
  const [opened, open] = useState(() => openForm(name));
  useDidHide(() => opened.leave());
  useEffect(() => {
    // A browser leaves a page for good without taking it down.
    if (process.env.TARO_ENV === 'h5') window.addEventListener('pagehide', opened.leave);
    return () => {
      if (process.env.TARO_ENV === 'h5') window.removeEventListener('pagehide', opened.leave);
      opened.leave();
    };
  }, [opened]);
  if (opened.name !== name) open(openForm(name));
  return {
    field: <Value>(field: string, stands: Value) => [
      opened.valueOf(field, stands) as Value,
      (value: Value) => {
        opened.type(field, stands, value);
        show();
      },
    ],
    sent: () => {
      opened.forget('stands');
      show();
    },
    saved: () => opened.forget('typed'),
  };
}
