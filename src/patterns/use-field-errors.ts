import { useState } from 'react';
import type { Failure } from '../client/transport/failure';
import { focusField } from '../ui/fields/focus-field';

/** What `useFieldErrors` knows of a form. */
export type FieldErrors = ReturnType<typeof useFieldErrors>;

/**
 * What stands beside the fields of a form that is sent as a whole: what is missing once somebody tried to send it, and what the server
 * refused. What belongs to no field of the form is said for the whole of it.
 * @param failure the server's last refusal
 * @param missing each field of the form, in the order of the page, with a sentence while it cannot be sent as it stands
 * @param idOf under which id a field stands on the page
 */
export function useFieldErrors<Field extends string>(
  failure: Failure | null,
  missing: Readonly<Record<Field, string | false | null>>,
  idOf: (field: Field) => string = (field) => `field-${field}`,
) {
  const [tried, setTried] = useState(false);
  const fields = Object.keys(missing) as Field[];
  const refused: Readonly<Record<string, string>> = failure?.fields ?? {};
  return {
    of: (field: Field): string | undefined => (tried && missing[field]) || refused[field] || undefined,
    /** The refusal, where none of the fields shows it. */
    general: failure && !fields.some((field) => refused[field]) ? failure.message : null,
    /** Asked before sending: true when nothing is missing; else what is missing is shown and the first of it brought into sight. */
    complete: (): boolean => {
      const first = fields.find((field) => missing[field]);
      setTried(first !== undefined);
      if (first !== undefined) focusField(idOf(first));
      return first === undefined;
    },
  };
}
