import { type FactName, type FactValue, isPushable, type KeptFact, type SourceKind } from '@shared/policies/facts';
import { knownOf } from '@shared/policies/known';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at, json } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { readRecords } from './fact-rows';

/** Something learnt of a person. A sensitive fact does not compile, and the database refuses it. */
export type Learnt = {
  personId: string;
  fact: KeptFact;
  value: FactValue;
  source: SourceKind;
  /** The day as of which it holds. */
  on: string;
  sourceZh: string;
  /** The entry or award behind it. */
  subjectId: string | null;
  note?: string;
};

/** Births are kept to their month and no closer. */
const kept = ({ fact, value }: Learnt): FactValue => (fact === 'age' ? String(value).slice(0, 7) : value);

/**
 * Ends what these people's facts said by one source, then writes what they say now, and what counts. Whoever calls says what ends: a fact that is said
 * anew ends by itself.
 * @param ending rows of `person_fact` that count no more, as a condition over `f`; null: only what is said anew
 */
export async function keepFacts(
  call: Call,
  learnt: readonly Learnt[],
  ending: ReturnType<typeof sql> | null = null,
): Promise<void> {
  const { db, now } = call;
  const ended = ending === null ? [] : await endRows(call, ending);
  const people = [...new Set([...learnt.map(({ personId }) => personId), ...ended])].sort();
  if (people.length === 0) return;
  await holdPeople(db, people);
  if (learnt.length > 0) {
    const rows = learnt.map((one) => ({
      id: call.newId(),
      person_id: one.personId,
      fact: one.fact,
      value: kept(one),
      source: one.source,
      holds_on: one.on,
      by_person: call.actor?.personId ?? null,
      subject_id: one.subjectId,
      source_zh: one.sourceZh,
      note: one.note ?? '',
    }));
    const told = sql`jsonb_to_recordset(${json(rows)}::jsonb) as r(id uuid, person_id uuid, fact text, value jsonb, source text,
      holds_on date, by_person uuid, subject_id uuid, source_zh text, note text)`;
    await sql`update person_fact f set ended_at = ${at(now)} from ${told}
      where f.person_id = r.person_id and f.fact = r.fact and f.source = r.source
        and f.subject_id is not distinct from r.subject_id and f.ended_at is null`.execute(db);
    await sql`insert into person_fact (id, person_id, fact, value, source, holds_on, learnt_at, by_person, subject_id, source_zh, note)
      select id, person_id, fact, value, source, holds_on, ${at(now)}, by_person, subject_id, source_zh, note from ${told}`.execute(
      db,
    );
  }
  await recount(db, people);
}

/** Ends rows and answers whose they were. */
async function endRows({ db, now }: Call, ending: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ person_id: string }>`update person_fact f set ended_at = ${at(now)}
    where f.ended_at is null and ${ending} returning f.person_id`.execute(db);
  return rows.map(({ person_id }) => person_id);
}

/** Two who write of one person wait for each other: what counts is counted from all that was written. */
async function holdPeople(db: Db, people: readonly string[]): Promise<void> {
  await sql`insert into person_facts (person_id, facts) select p, '{}' from unnest(${[...people]}::uuid[]) p order by p
    on conflict do nothing`.execute(db);
  await sql`select from person_facts where person_id = any (${[...people]}::uuid[]) order by person_id for update`.execute(
    db,
  );
}

/** Writes what counts of these people's facts, with what follows from it. */
async function recount(db: Db, people: readonly string[]): Promise<void> {
  const records = await readRecords(db, people);
  const rows = people.map((personId) => {
    const known = Object.entries(knownOf(records.get(personId) ?? []));
    const pushable = known.filter(([fact]) => isPushable(fact as FactName));
    return { person_id: personId, facts: Object.fromEntries(pushable.map(([fact, { value }]) => [fact, value])) };
  });
  await sql`update person_facts p set facts = r.facts
    from jsonb_to_recordset(${json(rows)}::jsonb) as r(person_id uuid, facts jsonb) where p.person_id = r.person_id`.execute(
    db,
  );
}
