import { dropForm, keepForm, keptForm } from '../../../../client/session/kept-forms';
import type { MarkNote, MarkNotes } from './mark-keeper';

/**
 * Marks of an entry that are not saved yet, on this device.
 * @param holds whether they may be saved now; until then they wait
 */
export function notesOf(entryId: string, holds: () => boolean): MarkNotes {
  const nameOf = (section: string) => `marks:${entryId}:${section}`;
  return {
    read: (section) =>
      holds() ? ((keptForm(nameOf(section))?.fields.note?.typed as MarkNote | undefined) ?? null) : null,
    write: (section, note) => keepForm(nameOf(section), { note: { stands: null, typed: note } }),
    drop: (section) => dropForm(nameOf(section)),
  };
}
