import { sql } from 'kysely';

/**
 * Until when an entry `e` may be sent in, where `s` is its contest's sign-up: whoever reads the close of sign-up for an entry reads this. A late
 * code lets it in longer and never shorter. Exclusive; null: the contest has no time for it.
 */
export const closesFor = sql<number | null>`greatest(s.closes_at, e.late_until)`;
