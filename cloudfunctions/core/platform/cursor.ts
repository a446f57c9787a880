import { Refused } from '../refused';
import { canonicalJson, sha256Hex } from './crypto/hash';

/** A place in a list that pages by keyset: the last row's sort value (null where the column may be) and its id. */
export type Place = { value: string | number | null; id: string };

const mark = (filter: unknown): string => sha256Hex(canonicalJson(filter)).slice(0, 16);

/**
 * Writes the place after which the next page begins, as opaque base64url text bound to the filter it was made under.
 * @param filter everything that decides which rows there are and in which order; plain JSON
 * @param sortValue the last row's value of the sorted column
 * @param id the last row's id, which makes the order total
 */
export function encodeCursor(filter: unknown, sortValue: Place['value'], id: string): string {
  return Buffer.from(JSON.stringify([mark(filter), sortValue, id])).toString('base64url');
}

/**
 * Reads a cursor back.
 * @returns null for no cursor (the first page)
 * Throws Refused CURSOR_OUTDATED when it was made under another filter, or was not made here; the procedure declares it.
 */
export function decodeCursor(filter: unknown, text: string | null | undefined): Place | null {
  if (text === null || text === undefined || text === '') return null;
  const [made, value, id] = parts(text);
  const sortable = value === null || typeof value === 'string' || typeof value === 'number';
  if (made !== mark(filter) || !sortable || typeof id !== 'string') throw new Refused('CURSOR_OUTDATED');
  return { value, id };
}

function parts(text: string): unknown[] {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}
