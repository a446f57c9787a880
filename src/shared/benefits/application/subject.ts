import type { Clocks, Terms } from './clock';

/** Whoever may have an application before them: the applicant, the offices that it passes through, and those that watch over them. */
export const partyNames = [
  'applicant',
  'hr',
  'guarantor',
  'bank',
  'finance',
  'operator',
  'panel',
  'trainer',
  'region',
  'city',
  'auditor',
] as const;

export type Party = (typeof partyNames)[number];

/** An organisation that has an application, or had it once, as what, and since when (epoch milliseconds). */
export type OrganisationParty = { party: Party; organisationId: string; nameZh: string; since: number };

/** Who has it for a party, or had it last, of those with which it is or was, in their order; undefined: nobody yet. `at`: by then, epoch milliseconds. */
export function lastOf(
  organisations: readonly OrganisationParty[],
  party: Party | null,
  at = Number.POSITIVE_INFINITY,
): OrganisationParty | undefined {
  const theirs = organisations.filter((one) => one.party === party && one.since <= at);
  return theirs[theirs.length - 1];
}

/** An application as the rules see it. `kind` names its file in `kinds`; times in epoch milliseconds. */
export type ApplicationSubject = {
  applicationId: string;
  kind: string;
  applicantId: string;
  regionId: string;
  state: string;
  version: number;
  claimedBy: string | null;
  claimedAt: number | null;
  /** When it was last handed in; null: never. */
  submittedAt: number | null;
  clocks: Clocks;
  /** The working days that the current edition sets. */
  terms: Terms;
  /** With whose people it lies now; null: with a region's desk, or with nobody's. */
  organisationId: string | null;
  /** The organisations with which it is or was, in their order: of each party the last one's people know of it, and nobody else's. */
  organisations: readonly OrganisationParty[];
};
