import { holdsResidentId } from '../../kernel/resident-id';
import { noIdNumberHere } from '../../kernel/typed/sentences';
import { typedArea, typedDate, typedLine } from '../../kernel/typed/typed';
import type { PartName } from '../parts';
import { partShapes } from './fields';
import type { PartField } from './part-field';
import { keysIn, placesOf, type Value, type Values } from './values';

/** The longest text that is kept of a part while it is typed, in UTF-16 units: above every field's own bound. */
export const longestTyped = 8_000;
/** Items of a list. */
export const mostItems = 60;

/** Codes are made by us (`nextCode`), or came with the blueprint; anything else is no item. */
const isCode = (key: string): boolean => /^[A-Za-z0-9_-]{1,40}$/.test(key);

function plain({ input }: PartField, value: Value | undefined): Value {
  if (value === undefined || value === null) return null;
  switch (input) {
    case 'text':
      return typeof value === 'string' ? typedLine(value).value : null;
    case 'area':
      return typeof value === 'string' ? typedArea(value).value : null;
    case 'date':
    case 'firstDay':
    case 'lastDay':
      return typeof value === 'string' ? typedDate(value).value : null;
    case 'number':
    case 'money':
    case 'megabytes':
      return typeof value === 'number' && Number.isFinite(value) ? value : null;
    case 'switch':
      return value === true;
    default:
      return typeof value === 'string' ? value : null;
  }
}

/**
 * A part as it is kept: its own places only, every value plain by its field's kind; what nobody types, and the items of a list that is fixed, as
 * they stood. Page and server both keep by this, so that they agree on what is saved.
 */
export function keptPart(part: PartName, typed: Values, stood: Values): Values {
  const kept: Values = {};
  for (const list of partShapes[part].lists) {
    const keys = keysIn(list.fixed ? stood : typed, list.path);
    kept[list.path] = [...new Set(keys.filter(isCode))].slice(0, mostItems).join(',');
  }
  for (const [place, field] of placesOf(part, kept)) {
    kept[place] = field.input === 'hidden' ? (stood[place] ?? null) : plain(field, typed[place]);
  }
  return kept;
}

/** Place → sentence, of texts that may not even be kept: an identity number in the open. */
export const unkeepablePart = (values: Values): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => typeof value === 'string' && holdsResidentId(value))
      .map(([place]) => [place, noIdNumberHere]),
  );
