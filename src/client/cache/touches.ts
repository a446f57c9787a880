import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * What a change of each kind makes untrue, by the beginnings of the keys under which pages ask (see `useAsk`). What anybody may read
 * of results and policies no change of this app touches. Somebody may be entrant and staff at once.
 */
export const touches = {
  /** A leader's or a member's act on an entry: what it says of them, and the consents that were given with it, too. */
  entry: [['entry'], ['screening'], ['notices'], ['people', 'me'], ['policies'], ['rights']],
  /** A clerk's move: the queue, the workbench, and the entry as its team sees it. */
  review: [['screening'], ['notices'], ['entry'], ['people', 'me']],
  /** What clerks keep among themselves on one review. */
  reviewNotes: [['screening', 'review']],
  inbox: [['notices'], ['people', 'me']],
  person: [['people', 'me']],
  phone: [['notices', 'phoneReminders']],
  /** A past winner's award, and with it what policies answer and whom classes and referrals know. */
  awards: [['awards'], ['policies'], ['training'], ['referral'], ['notices']],
  /** What one says of oneself, or takes back. */
  policies: [['policies']],
  /** What the city writes into the policy library: lists, pages and what waits for whom. */
  library: [['policies'], ['notices']],
  /** An application's moves, by whoever makes them: by one a loan is lent, a place taken, a payment handed in, a consent given. */
  benefits: [
    ['benefits'],
    ['lending'],
    ['incubation'],
    ['subsidies'],
    ['finance'],
    ['rights'],
    ['notices'],
    ['people', 'me'],
  ],
  /** Classes: who is in them, and what their trainers and the city do with them. */
  training: [['training'], ['rights'], ['notices'], ['people', 'me']],
  /** An offer, an agreement, a booking. */
  places: [['incubation'], ['benefits'], ['notices']],
  /** A referral's moves, by its person, its region or the city. */
  referral: [['referral'], ['rights'], ['notices'], ['people', 'me']],
  /** What was paid of loans, and the statements: the case may have moved with it. */
  lending: [['lending'], ['finance'], ['benefits'], ['notices']],
  /** Payments, and what they are paid for. */
  finance: [['finance'], ['lending'], ['benefits'], ['notices']],
  devices: [['people', 'devices']],
  /** A consent that was taken back: what was given for it may be over. */
  ownData: [
    ['rights'],
    ['entry'],
    ['benefits'],
    ['training'],
    ['referral'],
    ['policies'],
    ['people', 'me'],
    ['notices'],
  ],
  /** How long the city keeps what, and what it closed. */
  retention: [['rights'], ['notices']],
  auditChecks: [['oversight', 'auditChecks']],
  feedback: [['people'], ['notices']],
  /** What the city or a region sets up or announces: it is theirs to see at once. */
  competition: [['competition'], ['notices']],
  /** What somebody may do: one's own lists may look different from now on. */
  rights: [['people'], ['notices'], ['screening'], ['entry']],
  /** Opens or reveals something, or ends the session, with which all is forgotten. */
  nothing: [],
} as const satisfies Record<string, readonly QueryKey[]>;

/** Marks as untrue what a change touched; what is on show is asked for again. */
export function touch(
  cache: QueryClient,
  touched: readonly QueryKey[],
  refetchType: 'active' | 'none' = 'active',
): void {
  for (const queryKey of touched) void cache.invalidateQueries({ queryKey, refetchType });
}
