import { isValueOf } from '@shared/policies/fact-value';
import { isFact } from '@shared/policies/facts';
import { type FactRecord, type KnownFacts, knownOf } from '@shared/policies/known';
import type { Selectable } from 'kysely';
import type { Db } from '../../platform/db';
import type { PoliciesTables } from '../../platform/schema/policies';

export type FactRow = Selectable<PoliciesTables['person_fact']>;

/** A row as the rules know it; null of one whose fact the vocabulary has no more, or has otherwise: it counts for nothing. */
export function asRecord({ fact, value, source, holds_on, source_zh, n }: FactRow): FactRecord | null {
  if (!isFact(fact) || !isValueOf(fact, value)) return null;
  return { fact, n, value, source, on: holds_on, sourceZh: source_zh } as FactRecord;
}

/** What is known of each of these people by every source that still counts. */
export async function readRecords(db: Db, people: readonly string[]): Promise<Map<string, FactRecord[]>> {
  const rows = await db
    .selectFrom('person_fact')
    .selectAll()
    .where('person_id', 'in', people)
    .where('ended_at', 'is', null)
    .orderBy('n')
    .execute();
  const records = new Map<string, FactRecord[]>();
  for (const row of rows) {
    const record = asRecord(row);
    if (record !== null) records.set(row.person_id, [...(records.get(row.person_id) ?? []), record]);
  }
  return records;
}

/** All rows of a person, also those that ended, the newest first. */
export const readFactRows = (db: Db, personId: string): Promise<FactRow[]> =>
  db.selectFrom('person_fact').selectAll().where('person_id', '=', personId).orderBy('n', 'desc').execute();

/** What is known of a person, for an answer. */
export async function knownFactsOf(db: Db, personId: string): Promise<KnownFacts> {
  return knownOf((await readRecords(db, [personId])).get(personId) ?? []);
}

/** The same of several in one query; who is not there is unknown in everything. */
export async function knownFactsOfMany(db: Db, people: readonly string[]): Promise<Map<string, KnownFacts>> {
  if (people.length === 0) return new Map();
  const records = await readRecords(db, people);
  return new Map([...records].map(([personId, of]) => [personId, knownOf(of)]));
}
