import { figureOn, type RuleVersion, type Traced } from './figures';
import { shareOf } from './half-up';

/** A figure that follows from others; it is known when all of them are. */
export type Derived = { value: number; from: readonly Traced['from'][] };

const derive = (parts: ReadonlyArray<Traced | null>, reckon: (...values: number[]) => number): Derived | null => {
  const told = parts.filter((part): part is Traced => part !== null);
  return told.length < parts.length
    ? null
    : { value: reckon(...told.map(({ value }) => value)), from: told.map(({ from }) => from) };
};

/** The largest loan of a person; of `partners` who found together their share each, up to the ceiling that the rule names. */
export function personCap(versions: readonly RuleVersion[], date: string, partners = 1): Derived | null {
  const one = figureOn(versions, 'personCapFen', date);
  if (partners <= 1) return derive([one], (cap) => cap);
  const parts = [one, figureOn(versions, 'perPartnerBp', date), figureOn(versions, 'partnersCeilingFen', date)];
  return derive(parts, (cap, bp, ceiling) => Math.min(partners * shareOf(cap, bp), ceiling));
}

export const firmCap = (versions: readonly RuleVersion[], date: string): Derived | null =>
  derive([figureOn(versions, 'firmCapFen', date)], (cap) => cap);

/** How much of the balance the central subsidy reaches: the rule's own cap, also where an overlay lends more. `base`: the rule without its overlays. */
export const subsidisedCap = (base: RuleVersion, of: 'person' | 'firm', date: string, partners = 1): Derived | null =>
  of === 'firm' ? firmCap([base], date) : personCap([base], date, partners);

/** How many newly hired of the key groups a small firm needs: a share of its staff that falls above 100, rounded up. */
export function newHiresNeeded(versions: readonly RuleVersion[], employees: number, date: string): Derived | null {
  const share = figureOn(versions, employees > 100 ? 'hireShareOver100' : 'hireShareUpTo100', date);
  return derive([share], (bp) => Math.ceil((employees * bp) / 10_000));
}

/** The highest rate: the one-year loan prime rate of the day on which the contract is signed, and what the rule adds. Without that month's rate it is unknown. */
export const rateCap = (versions: readonly RuleVersion[], contractOn: string): Derived | null =>
  derive(
    [figureOn(versions, 'lpr1y', contractOn), figureOn(versions, 'overLpr', contractOn)],
    (lpr, over) => lpr + over,
  );

/** A year's fee of the guarantor. */
export const guaranteeFee = shareOf;

/** A loan that somebody had before. */
export type EarlierLoan = { rollover: boolean; settledOn: string | null; everOverdue: boolean };

/**
 * Whether one more loan is within the times that the rule allows, and why not.
 * @param most how many there may be in all
 * @param rolloverCounts whether a loan that renewed another counts as one more: a local matter, data of the policy
 */
export function timesOpen(
  earlier: readonly EarlierLoan[],
  most: number,
  rolloverCounts: boolean,
): 'open' | 'usedUp' | 'unsettled' | 'wasOverdue' {
  if (earlier.some(({ everOverdue }) => everOverdue)) return 'wasOverdue';
  if (earlier.some(({ settledOn }) => settledOn === null)) return 'unsettled';
  return earlier.filter(({ rollover }) => rolloverCounts || !rollover).length < most ? 'open' : 'usedUp';
}
