import { sameValue } from './fact-value';
import { type DerivedFact, type FactName, type FactValue, factOf, type SourceKind, type ValueOf } from './facts';
import { retirementMonth } from './retirement';

/** One fact as it was learnt. `on`: the day as of which it holds, `YYYY-MM-DD`. */
export type Known<F extends FactName = FactName> = {
  value: ValueOf<F>;
  source: SourceKind;
  on: string;
  /** The source in words: “XH2026-141033-0007 报名表”, “蒲县审核人员核对”. */
  sourceZh?: string;
};

/** What is known of a person; a fact that is not there is unknown. */
export type KnownFacts = { readonly [F in FactName]?: Known<F> };

/** A record as it is kept; `n` tells the order in which they came, since clocks go back. */
export type FactRecord = { fact: FactName; n: number } & Known;

/** What was checked outranks what was said; of the same rank the newer counts. */
const rankOf: Readonly<Record<SourceKind, number>> = {
  staff: 2,
  register: 2,
  award: 2,
  entry: 1,
  declared: 1,
  application: 1,
};

const outranks = (a: FactRecord, b: FactRecord): boolean => {
  if (rankOf[a.source] !== rankOf[b.source]) return rankOf[a.source] > rankOf[b.source];
  return a.on === b.on ? a.n > b.n : a.on > b.on;
};

/** Of all that was ever learnt and not withdrawn, what counts. */
export function countingOf(records: readonly FactRecord[]): Map<FactName, FactRecord> {
  const counting = new Map<FactName, FactRecord>();
  for (const record of records) {
    const other = counting.get(record.fact);
    if (other === undefined || outranks(record, other)) counting.set(record.fact, record);
  }
  return counting;
}

/** Whether the sources of a fact say different things: the one that does not count is shown beside the one that does. */
export const differs = (a: FactRecord, b: FactRecord): boolean => a.fact === b.fact && !sameValue(a.value, b.value);

/** What is known, with what follows from it. */
export function knownOf(records: readonly FactRecord[]): KnownFacts {
  const known: { [F in FactName]?: Known } = {};
  countingOf(records).forEach(({ value, source, on, sourceZh }, fact) => {
    known[fact] = { value, source, on, ...(sourceZh === undefined ? {} : { sourceZh }) };
  });
  return withDerived(known as KnownFacts);
}

/** How what is reckoned comes out of its parts; null: not to be told from these. */
const reckoned: { readonly [F in DerivedFact]: (...parts: readonly never[]) => FactValue | null } = {
  retirementMonth: (age: string, kind: string) => retirementMonth(age, kind),
  // Who counts is of a key group and has a contract of a year.
  newHireShare: (employees: number, eligible: number, contracts: number) => {
    const hired = Math.min(eligible, contracts);
    return employees === 0 ? (hired > 0 ? 10_000 : 0) : Math.floor((hired * 10_000) / employees);
  },
};

/** The same facts with those that are reckoned from them; one that lacks a part stays unknown. */
export function withDerived(known: KnownFacts): KnownFacts {
  const given: { [F in FactName]?: Known } = { ...known };
  for (const [fact, reckon] of Object.entries(reckoned) as Array<
    [DerivedFact, (...parts: readonly unknown[]) => FactValue | null]
  >) {
    const parts = (factOf(fact).from as readonly FactName[]).map((name) => known[name]);
    const told = parts.filter((part): part is NonNullable<typeof part> => part !== undefined);
    const value = told.length < parts.length ? null : reckon(...told.map((part) => part.value));
    delete given[fact];
    // It is worth as much as the weakest of its parts.
    const [weakest] = [...told].sort((a, b) => rankOf[a.source] - rankOf[b.source]);
    if (value !== null && weakest) given[fact] = { value, source: weakest.source, on: weakest.on } as Known;
  }
  return given as KnownFacts;
}

/** Facts from plain values, as examples write them. */
export function asKnown(values: Readonly<Record<string, FactValue>>, on: string): KnownFacts {
  const entries = Object.entries(values).map(([fact, value]) => [fact, { value, source: 'declared', on }]);
  return withDerived(Object.fromEntries(entries) as KnownFacts);
}
