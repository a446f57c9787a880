import { Refused } from '../rpc/refused';
import type { DataKeys } from './crypto/data-key';
import { equality } from './crypto/equality';
import { canonicalJson } from './crypto/hash';

/** A place in a list that pages by keyset: the last row's sort value (null where the column may be) and its id. */
export type Place = { value: string | number | null; id: string };

/** Over the place itself as well, under a key of ours: what comes back is what was given out, so no place of another's making reaches the database. */
const mark = (key: DataKeys[0], filter: unknown, value: unknown, id: unknown): string =>
  equality(canonicalJson([filter, value, id]), 'cursor', key).slice(0, 32);

/**
 * Writes the place after which the next page begins, as opaque base64url text bound to the filter it was made under.
 * @param keys the server's; a cursor lives through a change of keys as long as the older one is kept
 * @param filter everything that decides which rows there are and in which order; plain JSON
 * @param sortValue the last row's value of the sorted column
 * @param id the last row's id, which makes the order total
 */
export function encodeCursor(keys: DataKeys, filter: unknown, sortValue: Place['value'], id: string): string {
  return Buffer.from(JSON.stringify([mark(keys[0], filter, sortValue, id), sortValue, id])).toString('base64url');
}

/**
 * Reads a cursor back.
 * @returns null for no cursor (the first page)
 * Throws Refused CURSOR_OUTDATED when it was made under another filter, or was not made here; the procedure declares it.
 */
export function decodeCursor(keys: DataKeys, filter: unknown, text: string | null | undefined): Place | null {
  if (text === null || text === undefined || text === '') return null;
  const [made, value, id] = parts(text);
  const sortable = value === null || typeof value === 'string' || typeof value === 'number';
  if (!sortable || typeof id !== 'string') throw new Refused('CURSOR_OUTDATED');
  if (!keys.some((key) => made === mark(key, filter, value, id))) throw new Refused('CURSOR_OUTDATED');
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
