import { audit } from '../platform/audit/audit';
import { emit } from '../platform/outbox';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';
import { count } from './counts';
import type { Noun, NounTypes } from './noun';

/**
 * Makes a case in its lifecycle's first state: the subject and the noun's row in one statement, its count, the first link of its audit, and
 * the event that tells of it, where its lifecycle has one.
 * @param row the noun's own columns
 * @param facts what the audit keeps: ids and plain words
 * @param begun the case as its rules will see it, by which its event is told; left out where beginning is silent
 * @returns its id
 */
export async function begin<Of extends NounTypes>(
  call: Call,
  noun: Noun<Of>,
  row: Of['columns'],
  facts: Readonly<Record<string, unknown>>,
  begun?: Begun<Of>,
): Promise<string> {
  const { name, initial, states, begins } = noun.lifecycle;
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
  if ('emits' in begins) {
    const [event] = begins.emits;
    if (!noun.news || !begun) throw new Error(`Nothing says what ${event} tells.`);
    const subject = { ...begun, [noun.key]: id, state: initial, version: 1 } as Of['subject'];
    const by = call.actor?.personId ?? null;
    await emit(
      call,
      event,
      `${name}:${id}`,
      noun.news(event, { subject, next: initial, by, now: call.now, facts: {} }),
    );
  }
  return id;
}

/** A case but for what beginning it gives: its id, its state and its version. */
type Begun<Of extends NounTypes> = Omit<Of['subject'], Of['key'] | 'state' | 'version'>;

const pick = (row: object, columns: object): Record<string, unknown> =>
  Object.fromEntries(Object.keys(columns).map((column) => [column, (row as Record<string, unknown>)[column]]));
