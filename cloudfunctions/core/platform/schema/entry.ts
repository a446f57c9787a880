import type { SectionName } from '@shared/entry/sections';
import type { EntryState } from '@shared/entry/states';
import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

export type EntryTables = {
  entry: {
    id: string;
    edition_id: string;
    contest_id: string;
    region_id: string;
    state: EntryState;
    /** For whose list of things to do its state waits (`Waits`). */
    waits: string | null;
    version: Generated<number>;
    reference: string | null;
    /** Null: begun at the counter, and not confirmed by its person yet. */
    leader_id: string | null;
    /** HMAC of the leader's ID number: one live submitted entry a leader and edition. */
    leader_id_eq: string | null;
    title: Generated<string>;
    track_code: string;
    group_code: string;
    expected_direct: number | null;
    expected_indirect: number | null;
    started_at: Instant;
    changed_at: Instant;
    submitted_at: OptionalInstant;
    first_submitted_at: OptionalInstant;
    /** Set exactly while the entry waits for staff; the queue is ordered by it. */
    review_due: string | null;
    due_provisional: Generated<boolean>;
    /** Exclusive instant; set exactly while the entry is returned (or resubmitted, to know where a recall leads). */
    correction_due_at: OptionalInstant;
    claimed_by: string | null;
    claimed_at: OptionalInstant;
    claimed_from: EntryState | null;
    /** How many times staff returned it. */
    returns: Generated<number>;
    /** When the latest submission was taken back; null while it stands. */
    recalled_at: OptionalInstant;
    /** The credit code of the latest submission, by which entries of one firm are found. */
    sent_uscc: string | null;
    synthetic: Generated<boolean>;
    /** Of its edition: under which it was submitted last; of a draft the one that its team knows. */
    blueprint_version: Generated<number>;
    /** Until when it may be sent in by a late code, exclusive; null: until sign-up closes. */
    late_until: OptionalInstant;
    late_code_id: string | null;
    /** Since when its name is not shown to the public, as its leader asked; null: it may be. */
    hidden_at: OptionalInstant;
  };
  /** What staff began at the counter for somebody present; the helper stays on record. */
  counter_entry: {
    entry_id: string;
    helper_id: string;
    begun_at: Instant;
    /** Unconfirmed, it is removed from then on. */
    ends_at: Instant;
    /** Finds the code by which it is taken over without storing it. */
    code_mark: string | null;
    code_ends_at: OptionalInstant;
    /** Who signed the form on paper, and on which day; when that was recorded. */
    signed_by: string | null;
    signed_on: string | null;
    signed_at: OptionalInstant;
    confirmed_at: OptionalInstant;
  };
  /** A code by which somebody may still enter after sign-up; `code_hash` is all that is kept of it. */
  late_code: {
    id: string;
    code_hash: string;
    contest_id: string;
    /** Null: any track of the contest. */
    track_code: string | null;
    reason: string;
    uses: number;
    used: Generated<number>;
    made_by: string;
    /** The key of the act that made it, by which the same act sent again finds and voids it. */
    made_by_key: string | null;
    made_at: Instant;
    ends_at: Instant;
    voided_at: OptionalInstant;
    voided_by: string | null;
  };
  /** Who came by a late code, and for which entry; the use stays when the draft is deleted. */
  late_use: { code_id: string; person_id: string; entry_id: string | null; used_at: Instant };
  entry_member: {
    id: string;
    entry_id: string;
    person_id: string;
    name: string;
    role_zh: string;
    phone_sealed: string;
    phone_masked: string;
    access: 'view' | 'edit';
    joined_at: Instant;
    consented_at: OptionalInstant;
    removed_at: OptionalInstant;
  };
  team_invitation: {
    token_hash: string;
    entry_id: string;
    access: 'view' | 'edit';
    created_by: string;
    /** The key of the act that made it, by which the same act sent again finds and voids it. */
    made_by_key: string | null;
    created_at: Instant;
    expires_at: Instant;
    revoked_at: OptionalInstant;
  };
  /** The letter of faults with which an entry was returned for the n-th time (补正告知书). */
  one_time_notice: {
    entry_id: string;
    n: number;
    /** `fields`: which of the part's, where the reviewer named some. */
    faults: Json<Array<{ section: SectionName; text: string; fields?: readonly string[] }>>;
    message: string;
    sent_at: Instant;
    sent_by: string;
    due_date: string;
    provisional: boolean;
  };
  /** What an entry that was ever submitted is found by (`shared/entry/found-by`): its latest submission, or its contact while that is taken back. */
  entry_search: {
    entry_id: string;
    /** The order in which they came, by which the newest are found first. */
    n: Generated<number>;
    /** The groups of 2^11 and 2^14 numbers that `n` is among, `bits:group`, and its region's part of each, `region/bits:group`; the database's own. */
    among: Generated<string[]>;
    region_id: string;
    /** How rows name whom to call. */
    leader_zh: string;
    phone_masked: string;
    words: string;
    tokens: string[];
    /** The pairs of characters of its title, by which titles that are alike are found; none while it is taken back. */
    title_pairs: string[];
  };
  /** Append-only: the sum of deltas is the number of entries by contest, state and track. */
  entry_count: { contest_id: string; state: EntryState; track_code: string; delta: number };
};
