import { audit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import { count } from './counts';
import type { Noun, NounTypes } from './noun';

/**
 * Makes a case in its lifecycle's first state: the subject and the noun's row in one statement, its count, and the first link of its audit.
 * @param row the noun's own columns
 * @param facts what the audit keeps: ids and plain words
 * @returns its id
 */
export async function begin<Of extends NounTypes>(
  call: Call,
  noun: Noun<Of>,
  row: Of['columns'],
  facts: Readonly<Record<string, unknown>>,
): Promise<string> {
  const { name, initial, states } = noun.lifecycle;
  const id = call.newId();
  const now = at(call.now);
  await call.db
    .with('made', (db) => db.insertInto('subject').values({ id, kind: name, created_at: now }))
    .insertInto(noun.table as 'entry')
    .values({ ...row, id, state: initial, waits: states[initial].waits, version: 1, changed_at: now } as never)
    .execute();
  if (noun.counted)
    await count(call.db, noun.counted, null, { state: initial, place: pick(row, noun.counted.columns) });
  await audit(call, `${name}:${id}`, `${name}/start`, { ...facts });
  return id;
}

const pick = (row: object, columns: object): Record<string, unknown> =>
  Object.fromEntries(Object.keys(columns).map((column) => [column, (row as Record<string, unknown>)[column]]));
