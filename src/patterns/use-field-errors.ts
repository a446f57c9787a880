import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../client/transport/failure';
import { focusField } from '../ui/fields/focus-field';

/** What `useFieldErrors` knows of a form. */
export type FieldErrors = ReturnType<typeof useFieldErrors>;

/** The field of the form that a refused path belongs to: itself, or the one that holds it (`faults.2.text` stands beside `faults`). */
const holderOf = <Field extends string>(fields: readonly Field[], path: string): Field | undefined =>
  fields.find((field) => path === field || path.startsWith(`${field}.`));

/**
 * What stands beside the fields of a form that is sent as a whole: what is missing once somebody tried to send it, and what the server
 * refused, the first of it brought into sight. What belongs to no field of the form is said for the whole of it.
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
  const refused = Object.entries(failure?.fields ?? {});
  const beside = (field: Field) => refused.find(([path]) => holderOf(fields, path) === field)?.[1];
  // Rows of a sheet, `row.3`, are listed by the form under what is said of all.
  const rows = refused.filter(([path]) => path.startsWith('row.'));
  const unshown = refused.filter((each) => !rows.includes(each) && holderOf(fields, each[0]) === undefined);
  const firstBeside = fields.find((field) => beside(field) !== undefined);
  const show = useRef<() => void>(() => undefined);
  show.current = () => (firstBeside === undefined ? undefined : focusField(idOf(firstBeside)));
  // Once a refusal: whoever has begun to put it right is not called back.
  useEffect(() => {
    if (failure !== null) show.current();
  }, [failure]);
  return {
    of: (field: Field): string | undefined => (tried && missing[field]) || beside(field),
    /** The refusal, where no field shows it; what is wrong with what is no field here is said itself, for nothing would be marked. */
    general:
      failure === null || (refused.length > 0 && unshown.length === 0 && rows.length === 0)
        ? null
        : unshown.length === 0
          ? failure.message
          : unshown.map(([, sentence]) => sentence).join('；'),
    /** Asked before sending: true when nothing is missing; else what is missing is shown and the first of it brought into sight. */
    complete: (): boolean => {
      const first = fields.find((field) => missing[field]);
      setTried(first !== undefined);
      if (first !== undefined) focusField(idOf(first));
      return first === undefined;
    },
  };
}
