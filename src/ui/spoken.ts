/** True where the app runs as a web page; false in the mini program. */
export const onWeb: boolean = process.env.TARO_ENV === 'h5';

type State = string | number | boolean | undefined;

/** What a screen reader is told of an element: its role, its name and its states, by their ARIA names. */
export type Spoken = {
  role?: string;
  label?: string;
  describedby?: string;
} & {
  [state in
    | 'atomic'
    | 'busy'
    | 'checked'
    | 'disabled'
    | 'expanded'
    | 'hidden'
    | 'invalid'
    | 'level'
    | 'live'
    | 'modal'
    | 'required'
    | 'selected'
    | 'valuemax'
    | 'valuemin'
    | 'valuenow']?: State;
};

/** Roles that a browser reads out when their words change; WeChat has to be told so. */
const live: Readonly<Record<string, string>> = { alert: 'assertive', status: 'polite' };

/** Writes them as the platform reads them: `role` in a browser, `aria-role` in the mini program; states are words. */
export function spoken({ role, ...states }: Spoken): Record<string, string> {
  const written: Record<string, string> = {};
  if (role !== undefined) written[onWeb ? 'role' : 'aria-role'] = role;
  if (!onWeb && role !== undefined && live[role] !== undefined) written['aria-live'] = live[role];
  for (const [state, value] of Object.entries(states)) {
    if (value !== undefined) written[`aria-${state}`] = String(value);
  }
  return written;
}

/**
 * The same for the platform's input and text area. In a browser the real field lies inside the platform's element, so
 * its names are handed through; on the outer element too they would be read twice.
 */
export function spokenInside(words: Spoken, more: Record<string, string> = {}): Record<string, unknown> {
  return onWeb ? { nativeProps: { ...spoken(words), ...more } } : spoken(words);
}

interface Key {
  key?: string;
  target: unknown;
  currentTarget: unknown;
  preventDefault(): void;
}

/** In a browser: the element is reached by the tab key and answers to Enter and the space bar. Nothing elsewhere. */
export function pressable(press: () => void, reachable = true): Record<string, unknown> {
  if (!onWeb) return {};
  return {
    tabindex: reachable ? '0' : '-1',
    onKeyDown: (event: Key) => {
      if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      press();
    },
  };
}
