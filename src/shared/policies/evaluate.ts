import { type FactName, factOf, isSensitive } from './facts';
import { allOf, anyOf, askedFor, negate, passes, someOf, type Truth, testOf } from './holds';
import type { KnownFacts } from './known';
import type { GroupOutcome, LeafOutcome, Outcome, Verdict } from './outcome';
import { type Parameter, parameterOn } from './parameters';
import { worthAsking } from './prune';
import { isLeaf, type Leaf, type LeafValue, partsOf, type Rule } from './rule';

export type Judged = {
  verdict: Verdict;
  /** What is unknown and could still change the verdict, in the order of the rule; nothing else is worth asking. */
  missing: readonly FactName[];
  /** Parameters without a figure on that day that could still change the verdict: ours to mend. */
  defects: readonly string[];
  outcome: Outcome;
};

export type RuleOn = { rule: Rule; parameters: readonly Parameter[]; date: string };

const verdictOf = (truth: Truth): Verdict => (truth === null ? 'unknown' : truth ? 'pass' : 'fail');
const truthOf = (verdict: Verdict): Truth => (verdict === 'unknown' ? null : verdict === 'pass');

/** What a leaf is held against on a day; undefined when its parameter has no figure then. */
export function boundOf(leaf: Leaf, parameters: readonly Parameter[], date: string): LeafValue | undefined {
  return leaf.param === undefined ? leaf.value : parameterOn(parameters, leaf.param, date)?.value;
}

function leafOutcome(leaf: Leaf, known: KnownFacts, { parameters, date }: RuleOn, negated: boolean): LeafOutcome {
  const bound = boundOf(leaf, parameters, date);
  const test = bound === undefined ? null : testOf(leaf, bound, date);
  const parameter = leaf.param === undefined ? null : (parameterOn(parameters, leaf.param, date) ?? null);
  const fact = known[leaf.fact] ?? null;
  const verdict = verdictOf(test === null || fact === null ? null : passes(test, fact.value));
  return { kind: 'leaf', leaf, verdict, matters: false, test, parameter, known: fact, negated };
}

function outcomeOf(rule: Rule, known: KnownFacts, on: RuleOn, negated: boolean): Outcome {
  if (isLeaf(rule)) return leafOutcome(rule, known, on, negated);
  const turned = 'not' in rule ? !negated : negated;
  const parts = partsOf(rule).map((part) => outcomeOf(part, known, on, turned));
  const truths = parts.map(({ verdict }) => truthOf(verdict));
  const group = { zh: rule.zh ?? null, matters: false, parts, n: 'someOf' in rule ? rule.n : null };
  if ('all' in rule) return { ...group, kind: 'all', verdict: verdictOf(allOf(truths)) };
  if ('any' in rule) return { ...group, kind: 'any', verdict: verdictOf(anyOf(truths)) };
  if ('someOf' in rule) return { ...group, kind: 'someOf', verdict: verdictOf(someOf(truths, rule.n)) };
  return { ...group, kind: 'not', verdict: verdictOf(negate(truths[0] ?? null)) };
}

/** The parts that decided a verdict, or that leave it open. */
function weighs(group: GroupOutcome, part: Outcome): boolean {
  if (group.kind === 'not' || group.verdict === 'unknown')
    return part.verdict === group.verdict || group.kind === 'not';
  // What passes passes by its passing parts, what fails fails by those that fail; in a group of all that passes that is every part.
  return part.verdict === group.verdict;
}

const marked = (outcome: Outcome): Outcome =>
  outcome.kind === 'leaf'
    ? { ...outcome, matters: true }
    : {
        ...outcome,
        matters: true,
        parts: outcome.parts.map((part) => (weighs(outcome, part) ? marked(part) : part)),
      };

const leavesOf = (outcome: Outcome): readonly LeafOutcome[] =>
  outcome.kind === 'leaf' ? [outcome] : outcome.parts.flatMap(leavesOf);

const once = <T>(all: readonly T[]): T[] => all.filter((one, i) => all.indexOf(one) === i);

/**
 * Judges a rule by what is known of a person, for a day. Nothing stands for what is unknown: an unknown fact makes unknown what depends on it, and a
 * figure that the policy lacks on that day does too. The rule has passed `problemsOfRule`.
 * @param date the day of the answer, `YYYY-MM-DD` in Shanghai
 */
export function judge(rule: RuleOn, known: KnownFacts): Judged {
  const outcome = marked(outcomeOf(rule.rule, known, rule, false));
  const open = outcome.verdict === 'unknown' ? openIn(outcome) : [];
  const lacking = open.filter(({ test }) => test !== null);
  const missing = lacking.flatMap(({ leaf }) => stillOpen(leaf.fact, known));
  return {
    verdict: outcome.verdict,
    missing: once(missing),
    defects: once(open.filter(({ test }) => test === null).map(({ leaf }) => leaf.param ?? '')),
    outcome,
  };
}

/** The leaves that leave an answer open. Where it comes out the same whatever they are, it stays open all the same: what is unknown decides nothing. */
function openIn(outcome: Outcome): LeafOutcome[] {
  const open = leavesOf(outcome).filter(({ matters, verdict }) => matters && verdict === 'unknown');
  const worth = worthAsking(outcome);
  return worth === null || worth.size === 0 ? open : open.filter((leaf) => worth.has(leaf));
}

/** Of a fact that does not decide yet: what to ask. One known to its month is asked to the day. */
const stillOpen = (fact: FactName, known: KnownFacts): readonly FactName[] => {
  const lacking = askedFor(fact).filter((name) => known[name] === undefined);
  return lacking.length > 0 ? lacking : askedFor(fact).filter((name) => factOf(name).type === 'birth' || name === fact);
};

/**
 * The verdict if every sensitive answer came out well: of somebody whose plain verdict is unknown, `pass` here means that only what is asked in the
 * application itself stands open.
 */
export function hopefulVerdict({ rule, parameters, date }: RuleOn, known: KnownFacts): Verdict {
  const truth = (part: Rule, wanted: boolean): Truth => {
    if (isLeaf(part)) {
      if (isSensitive(part.fact)) return boundOf(part, parameters, date) === undefined ? null : wanted;
      return truthOf(leafOutcome(part, known, { rule, parameters, date }, false).verdict);
    }
    const truths = partsOf(part).map((child) => truth(child, 'not' in part ? !wanted : wanted));
    if ('all' in part) return allOf(truths);
    if ('any' in part) return anyOf(truths);
    return 'someOf' in part ? someOf(truths, part.n) : negate(truths[0] ?? null);
  };
  return verdictOf(truth(rule, true));
}
