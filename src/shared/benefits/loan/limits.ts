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

/** Where a province or city lends more for a time, a figure of its own beside the rule's, with its own document and days. */
const local = { personCapFen: 'localPersonCapFen', firmCapFen: 'localFirmCapFen' } as const;

const capOn = (versions: readonly RuleVersion[], param: keyof typeof local, date: string): Traced | null =>
  figureOn(versions, local[param], date) ?? figureOn(versions, param, date);

/** What partners may borrow together, their share of one person's cap each, up to the ceiling that the rule names. */
const partnersCap = (one: Traced | null, versions: readonly RuleVersion[], date: string, partners: number) =>
  partners <= 1
    ? derive([one], (cap) => cap)
    : derive(
        [one, figureOn(versions, 'perPartnerBp', date), figureOn(versions, 'partnersCeilingFen', date)],
        (cap, bp, ceiling) => Math.min(partners * shareOf(cap, bp), ceiling),
      );

/** The largest loan of a person, or of `partners` who found together. */
export const personCap = (versions: readonly RuleVersion[], date: string, partners = 1): Derived | null =>
  partnersCap(capOn(versions, 'personCapFen', date), versions, date, partners);

export const firmCap = (versions: readonly RuleVersion[], date: string): Derived | null =>
  derive([capOn(versions, 'firmCapFen', date)], (cap) => cap);

/** How much of the balance the central subsidy reaches: the rule's own cap, also where an overlay or a figure of the place lends more. `base`: the rule without its overlays. */
export const subsidisedCap = (base: RuleVersion, of: 'person' | 'firm', date: string, partners = 1): Derived | null =>
  of === 'firm'
    ? derive([figureOn([base], 'firmCapFen', date)], (cap) => cap)
    : partnersCap(figureOn([base], 'personCapFen', date), [base], date, partners);

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

/**
 * How many months a loan may run on after the day on which it was to be paid back. Where the rule has no figure, a year, as other cities publish it
 * (深圳市人力资源和社会保障局 2015-10-30，最长不超过 1 年), until this one does.
 */
export const extensionMonths = (rule: RuleVersion | null, date: string): number =>
  (rule && figureOn([rule], 'extensionMonths', date))?.value ?? 12;

/** A year's fee of the guarantor. */
export const guaranteeFee = shareOf;
