import { lastDayOf } from '@shared/policies/fact-value';
import { type FactName, type FactType, type FactValue, factNames, factOf } from '@shared/policies/facts';
import { askedFor } from '@shared/policies/holds';
import { type KnownFacts, withDerived } from '@shared/policies/known';
import type { Parameter } from '@shared/policies/parameters';
import { type Leaf, type LeafValue, type Op, opsOf, type Rule } from '@shared/policies/rule';

/** The same numbers from the same seed: mulberry32. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  const pick = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  return { next, below, pick, chance: (p: number) => next() < p };
}
type Random = ReturnType<typeof randomFrom>;

const two = (n: number): string => String(n).padStart(2, '0');

/** Mostly days about which rules are easily wrong: ends of months, leap days, and the days beside them. */
export function someDay({ pick, below, chance }: Random): string {
  if (chance(0.15)) return pick(['2024-02-29', '2023-02-28', '2025-02-28', '2023-10-31', '2024-01-31', '2023-09-30']);
  const month = `${2020 + below(8)}-${two(1 + below(12))}`;
  const day = pick([1, 2, 15, 28, 29, 30, 31]);
  return `${month}-${two(Math.min(day, Number(lastDayOf(month))))}`;
}

const someMonth = (random: Random): string => someDay(random).slice(0, 7);
/** A birth near the ages that rules ask of, so that the month in which one has a birthday comes up. */
const someBirth = (random: Random, today: string): string => {
  const year = Number(today.slice(0, 4)) - random.pick([15, 16, 17, 35, 36, 59, 60, 61, 24]);
  return `${year}-${random.chance(0.5) ? today.slice(5, 7) : two(1 + random.below(12))}`;
};

const codesFor = (fact: FactName): readonly string[] =>
  factOf(fact).choices?.map(({ value }) => value) ?? ['a', 'b', 'c'];
const someCodes = (random: Random, fact: FactName, least: number): string[] => {
  const chosen = codesFor(fact).filter(() => random.chance(0.4));
  return chosen.length < least ? [random.pick(codesFor(fact))] : chosen;
};

/** A value of the fact; births are known to their month, as they are kept. */
export function someValue(random: Random, fact: FactName, today: string): FactValue {
  const values: Record<FactType, () => FactValue> = {
    flag: () => random.chance(0.5),
    count: () => random.below(6),
    share: () => random.below(12_000),
    money: () => random.below(6) * 1_000_000,
    year: () => 2020 + random.below(8),
    date: () => someDay(random),
    month: () => someMonth(random),
    birth: () => someBirth(random, today),
    choice: () => random.pick(codesFor(fact)),
    codes: () => someCodes(random, fact, 0),
  };
  return values[factOf(fact).type]();
}

function someBound(random: Random, fact: FactName, op: Op, today: string): LeafValue {
  const { type } = factOf(fact);
  if (op === 'within') return random.pick([1, 6, 12, 36, 60]);
  if (op === 'in' || op === 'notIn') return someCodes(random, fact, 1);
  if (type === 'birth') return random.pick([16, 35, 60]);
  if (type === 'date' || type === 'month') {
    return (op === 'before' || op === 'after') && random.chance(0.4) ? random.below(48) - 24 : someDay(random);
  }
  return someValue(random, fact, today) as LeafValue;
}

/** Each kind of fact comes up about as often, however many there are of it. */
const factsByType: FactName[][] = (() => {
  const kinds = new Map<string, FactName[]>();
  for (const fact of factNames) {
    const { type, sensitive, from } = factOf(fact);
    const kind = `${type}${sensitive ? ' asked' : ''}${from ? ' derived' : ''}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), fact]);
  }
  return [...kinds.values()];
})();

/** Facts that come up, few enough that rules ask of one several times. */
export const someFacts = (random: Random, n: number): FactName[] =>
  Array.from({ length: n }, () => random.pick(random.pick(factsByType)));

export type RandomRule = { rule: Rule; parameters: Parameter[] };

/** A rule of at most `depth` levels; some of its figures are parameters, of which some have none on the day. */
export function someRule(random: Random, among: readonly FactName[], today: string, depth: number): RandomRule {
  const parameters: Parameter[] = [];
  const words = { zh: '条件', basis: '试验' };
  const leaf = (): Leaf => {
    const fact = random.pick(among);
    const op = random.pick(opsOf[factOf(fact).type]);
    const value = someBound(random, fact, op, today);
    const on = op === 'within' && random.chance(0.3) ? { on: someDay(random) } : {};
    if (random.chance(0.75)) return { fact, op, value, ...on, ...words };
    const code = `p${parameters.length}`;
    const [from, to] = random.chance(0.15)
      ? ['2000-01-01', '2001-12-31']
      : random.chance(0.5)
        ? [null, today]
        : [today, null];
    parameters.push({ code, zh: code, from, to, value, docNo: '试验', confidence: 'demonstration' });
    return { fact, op, param: code, ...on, ...words };
  };
  const make = (left: number): Rule => {
    if (left === 0 || random.chance(0.25)) return leaf();
    const parts = () => Array.from({ length: 1 + random.below(3) }, () => make(left - 1));
    const kind = random.below(10);
    if (kind < 3) return { all: parts() };
    if (kind < 6) return { any: parts() };
    if (kind < 8) return { not: make(left - 1), zh: '不能有' };
    const some = parts();
    return { someOf: some, n: 1 + random.below(some.length) };
  };
  return { rule: make(depth), parameters };
}

/** Somebody of whom about so much is known. */
export function somebody(random: Random, among: readonly FactName[], today: string, share: number): KnownFacts {
  const known = [...among, ...among.flatMap(askedFor)]
    .filter((fact) => factOf(fact).from === undefined && random.chance(share))
    .map((fact) => [fact, { value: someValue(random, fact, today), source: 'declared', on: today }]);
  return withDerived(Object.fromEntries(known) as KnownFacts);
}
