import { addMonths } from '@shared/kernel/shanghai';
import { places, sites } from './sites';

/** A move with how many days after the one before it is made. */
export type Leg = readonly [move: string, daysLater: number];

const toPanel: readonly Leg[] = [
  ['submit', 1],
  ['claim', 1],
  ['pass', 2],
];
const toLine: readonly Leg[] = [...toPanel, ['admit', 6]];
const toOffer: readonly Leg[] = [...toLine, ['offer', 9]];
const toAccepted: readonly Leg[] = [...toOffer, ['accept', 2]];
const toSigned: readonly Leg[] = [...toAccepted, ['sign', 3]];
const movedIn: readonly Leg[] = [...toSigned, ['moveIn', 4]];

/** Which way leads to each state of an application for a place. */
export const placeRoads = {
  draft: [],
  applied: toPanel.slice(0, 1),
  operator_review: toPanel.slice(0, 2),
  returned: [...toPanel.slice(0, 2), ['return', 1]],
  panel_review: toPanel,
  waitlisted: toLine,
  offered: toOffer,
  accepted: toAccepted,
  signed: toSigned,
  moved_in: movedIn,
  renewal_requested: [...movedIn, ['askRenewal', 0]],
  warned: [...movedIn, ['warn', 0]],
  rejected: [...toPanel, ['failMark', 6]],
  declined: [...toAccepted, ['neverSigned', 0]],
  withdrawn: [...toPanel.slice(0, 1), ['withdraw', 3]],
  expired: [...toPanel.slice(0, 2), ['return', 1], ['expire', 0]],
  graduated: [...movedIn, ['graduate', 0]],
  left_early: [...movedIn, ['leave', 0]],
  removed: [...movedIn, ['warn', 0], ['remove', 0]],
} as const satisfies Record<string, readonly Leg[]>;

export type PlaceState = keyof typeof placeRoads;

/** Somebody of the demo's incubator. */
export type PlannedStay = {
  state: PlaceState;
  type: 'desk' | 'office';
  won: { place: number; zh: string } | null;
  rank?: number;
  /** Its place, held or let now or in the past. */
  code?: string;
  /** Days since its last move; of whoever has an agreement, the days since its first day. */
  since: number;
  /** Months in other sites before, by which rent goes. */
  earlier?: number;
  /** Of a tenant: how many of the months that are owed are not paid. */
  owes?: number;
  /** Days since somebody went before the end. */
  leftAgo?: number;
  /** An offer that was not answered in time, before it waits again. */
  letGo?: string;
};

/** Free in the demo; of the others one is in repair, three are held and the rest is let. */
export const freeCodes: readonly string[] = ['A04', 'A12', 'B05', 'B11', 'B14'];

const awards = [
  { place: 0, zh: '一等奖' },
  { place: 1, zh: '二等奖' },
  { place: 2, zh: '三等奖' },
] as const;
const wonBy = (i: number): PlannedStay['won'] => awards[i % 5] ?? null;

const special: Readonly<Record<string, Partial<PlannedStay>>> = {
  A07: { state: 'offered', since: 1 },
  B03: { state: 'offered', since: 2 },
  B12: { state: 'accepted', since: 2 },
  B02: { state: 'signed', since: -6 },
  // Two end within weeks.
  A08: { state: 'renewal_requested', since: 335 },
  B07: { state: 'moved_in', since: 345 },
  B08: { state: 'warned', since: 250, earlier: 12, owes: 4 },
  A02: { earlier: 12, owes: 1 },
  B13: { earlier: 24, owes: 2 },
  A10: { earlier: 12, owes: 1 },
};

/** Who has a place of the first site. */
const having: readonly PlannedStay[] = places.flatMap(({ site, code, type, shut }, spot): PlannedStay[] => {
  if (site !== sites[0].id || shut !== undefined || freeCodes.includes(code)) return [];
  return [
    {
      state: 'moved_in',
      type: type === 'desk' ? 'desk' : 'office',
      won: wonBy(spot),
      code,
      since: 40 + ((spot * 37) % 230),
      ...(spot % 4 === 0 && { earlier: 12 }),
      ...special[code],
    },
  ];
});

/** Who waits for one, is looked at, or had one. */
const others: readonly PlannedStay[] = [
  { state: 'draft', type: 'desk', won: null, since: 1 },
  { state: 'applied', type: 'desk', won: awards[2], since: 1 },
  { state: 'applied', type: 'office', won: null, since: 9 },
  { state: 'operator_review', type: 'desk', won: null, since: 2 },
  { state: 'returned', type: 'office', won: null, since: 3 },
  { state: 'panel_review', type: 'office', won: awards[1], since: 4 },
  { state: 'panel_review', type: 'desk', won: null, rank: 4, since: 2 },
  { state: 'waitlisted', type: 'desk', won: awards[1], since: 12 },
  { state: 'waitlisted', type: 'desk', won: null, rank: 4, since: 20 },
  { state: 'waitlisted', type: 'desk', won: null, since: 15 },
  { state: 'waitlisted', type: 'office', won: awards[0], since: 8 },
  { state: 'waitlisted', type: 'office', won: null, rank: 4, since: 30, letGo: 'B14' },
  { state: 'rejected', type: 'desk', won: null, since: 14 },
  { state: 'declined', type: 'desk', won: null, code: 'A12', since: 25 },
  { state: 'withdrawn', type: 'desk', won: null, since: 18 },
  { state: 'expired', type: 'office', won: null, since: 25 },
  { state: 'graduated', type: 'desk', won: awards[2], code: 'A04', since: 400 },
  { state: 'left_early', type: 'office', won: null, code: 'B05', since: 200, leftAgo: 60 },
  { state: 'removed', type: 'office', won: null, code: 'B11', since: 300, leftAgo: 60, earlier: 12, owes: 3 },
];

export const plannedStays: readonly PlannedStay[] = [...having, ...others];

/** The first day of a licence that is younger than the rule asks. */
export const registeredBefore = (day: string, n: number): string => addMonths(day, -4 - (n % 20));
