import type { Values } from '@shared/forms/merge-drafts';
import type { Answer } from '@shared/forms/question';
import type { PartView } from './library-views';

/** What the fields of a part are drawn from. */
export type PartProps = {
  values: Values;
  /** Place → sentence. */
  problems: Readonly<Record<string, string>>;
  around: PartView['around'];
  closed: boolean;
  onChange: (place: string, value: Answer) => void;
  /** A field was left, or something was chosen. */
  onLeave: () => void;
};

/** Under which id a place stands on the page. */
export const idOfPlace = (place: string): string => `field-${place.replace(/[^A-Za-z0-9_]/g, '-')}`;

/** What every field of a place has in common. */
export const fieldAt = (
  { problems, closed }: PartProps,
  place: string,
  label: string,
  hint?: string,
  required = true,
) => ({
  id: idOfPlace(place),
  label,
  ...(hint === undefined ? {} : { hint }),
  error: problems[place],
  required,
  disabled: closed,
});

/** What follows from taking an item of a draft away. */
export const removedZh = '会从草稿里去掉。';
