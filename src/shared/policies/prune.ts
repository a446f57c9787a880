import { addDays, isDate } from '../kernel/shanghai';
import { type FactValue, factOf } from './facts';
import { passes, type Test } from './holds';
import type { LeafOutcome, Outcome } from './outcome';

/** More cases than this are not told apart: every open leaf is asked then. */
const mostCases = 512;

/** Ways in which the leaves of one unknown can come out together, each as it goes in their order. */
type Unknown = { leaves: readonly LeafOutcome[]; ways: readonly (readonly boolean[])[] };

/** Under which name leaves hang together: the fact that they ask of, or the figure that they lack. */
const nameOf = ({ test, leaf }: LeafOutcome): string => (test === null ? `param ${leaf.param}` : leaf.fact);

/** The days before, on and after a bound; one of 29 February need not exist and only compares (`holds.ts`). */
const daysBeside = (day: string): string[] =>
  isDate(day) ? [addDays(day, -1), day, addDays(day, 1)] : [`${day.slice(0, 7)}-28`, `${day.slice(0, 4)}-03-01`];

/** Values on both sides of everywhere that a test turns. */
function around(test: Test): FactValue[] {
  switch (test.kind) {
    case 'equal':
      if (typeof test.value === 'boolean') return [true, false];
      return typeof test.value === 'number' ? [test.value, test.value + 1, test.value - 1] : [test.value, ''];
    case 'oneOf':
      return [...test.codes, ''];
    case 'number':
      return [test.atLeast, test.atMost].flatMap((bound) => (bound === null ? [] : [bound - 1, bound, bound + 1]));
    case 'day':
      return [test.after, test.upTo].flatMap((day) => (day === null ? [] : daysBeside(day)));
    default:
      return [];
  }
}

/** All ways there could be, where what its leaves ask cannot be tried out value by value. */
const everyWay = (count: number): boolean[][] =>
  Array.from({ length: 2 ** count }, (_, n) =>
    Array.from({ length: count }, (__, i) => Math.floor(n / 2 ** i) % 2 === 1),
  );

function waysOf(leaves: readonly LeafOutcome[]): readonly (readonly boolean[])[] {
  const tests = leaves.flatMap(({ test }) => (test === null ? [] : [test]));
  const [first] = leaves;
  if (first === undefined || tests.length < leaves.length || factOf(first.leaf.fact).type === 'codes')
    return everyWay(leaves.length);
  const ways = new Map<string, boolean[]>();
  for (const value of tests.flatMap(around)) {
    const way = tests.map((test) => passes(test, value) === true);
    ways.set(way.join(), way);
  }
  return [...ways.values()];
}

const leavesOf = (outcome: Outcome): readonly LeafOutcome[] =>
  outcome.kind === 'leaf' ? [outcome] : outcome.parts.flatMap(leavesOf);

/** What is left of a rule once some of its leaves are decided: 'true', 'false', or what still has to be asked, in one spelling. */
function leftOf(
  outcome: Outcome,
  decided: ReadonlyMap<LeafOutcome, boolean>,
  ids: ReadonlyMap<LeafOutcome, string>,
): string {
  if (outcome.verdict !== 'unknown') return String(outcome.verdict === 'pass');
  if (outcome.kind === 'leaf') {
    const known = decided.get(outcome);
    return known === undefined ? (ids.get(outcome) ?? '') : String(known);
  }
  const parts = outcome.parts.map((part) => leftOf(part, decided, ids));
  const open = parts.filter((part) => part !== 'true' && part !== 'false').sort();
  if (outcome.kind === 'not') {
    const [part = ''] = parts;
    return open.length > 0 ? `not(${part})` : String(part === 'false');
  }
  const holds = parts.filter((part) => part === 'true').length;
  const wanted = outcome.kind === 'all' ? parts.length : outcome.kind === 'any' ? 1 : (outcome.n ?? 0);
  const lacking = wanted - holds;
  if (lacking <= 0) return 'true';
  if (lacking > open.length) return 'false';
  return open.length === 1 ? (open[0] ?? '') : `${lacking}of(${open.join(' ')})`;
}

/**
 * The open leaves of an unknown answer whose value could still change it. Leaves that ask of the same thing come out together: “at most 100” and “at
 * least 101” never both hold. What stands in one leaf alone matters where it is left over in some case of the others.
 * @returns null where there are too many cases to tell
 */
export function worthAsking(outcome: Outcome): ReadonlySet<LeafOutcome> | null {
  const open = leavesOf(outcome).filter(({ matters, verdict }) => matters && verdict === 'unknown');
  const ids = new Map(open.map((leaf, i) => [leaf, `#${i}#`]));
  const byName = new Map<string, LeafOutcome[]>();
  for (const leaf of open) byName.set(nameOf(leaf), [...(byName.get(nameOf(leaf)) ?? []), leaf]);
  const shared: Unknown[] = [];
  for (const leaves of byName.values()) {
    if (leaves.length < 2) continue;
    if (leaves.length > 9) return null;
    shared.push({ leaves, ways: waysOf(leaves) });
  }
  const cases = shared.reduce((product, { ways }) => product * ways.length, 1);
  if (cases > mostCases) return null;
  const left = Array.from({ length: cases }, (_, n) => leftOf(outcome, caseOf(shared, n), ids));
  const worth = new Set(open.filter((leaf) => left.some((rest) => rest.includes(ids.get(leaf) ?? ' '))));
  let stride = 1;
  for (const { leaves, ways } of shared) {
    const step = stride;
    const turns = left.some((rest, n) => Math.floor(n / step) % ways.length > 0 && rest !== left[n - step]);
    if (turns) for (const leaf of leaves) worth.add(leaf);
    stride *= ways.length;
  }
  return worth;
}

/** The n-th case: each unknown in one of its ways. */
function caseOf(shared: readonly Unknown[], n: number): ReadonlyMap<LeafOutcome, boolean> {
  const decided = new Map<LeafOutcome, boolean>();
  let rest = n;
  for (const { leaves, ways } of shared) {
    const way = ways[rest % ways.length] ?? [];
    leaves.forEach((leaf, i) => {
      decided.set(leaf, way[i] === true);
    });
    rest = Math.floor(rest / ways.length);
  }
  return decided;
}
