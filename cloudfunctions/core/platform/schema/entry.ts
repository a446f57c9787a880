import type { SectionName } from '@shared/entry/sections';
import type { EntryState } from '@shared/entry/states';
import type { Generated } from 'kysely';
import type { FileKind } from '../storage/formats/detected-file';
import type { Instant, Json, OptionalInstant } from './columns';

export type EntryTables = {
  entry: {
    id: string;
    edition_id: string;
    contest_id: string;
    region_id: string;
    state: EntryState;
    version: Generated<number>;
    reference: string | null;
    leader_id: string;
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
    award_level: string | null;
    /** When the latest submission was taken back; null while it stands. */
    recalled_at: OptionalInstant;
    /** The credit code of the latest submission, by which entries of one firm are found. */
    sent_uscc: string | null;
    synthetic: Generated<boolean>;
  };
  entry_section: {
    entry_id: string;
    section: SectionName;
    data: Json<Record<string, string | number | boolean | null>>;
    version: number;
    saved_at: Instant;
    saved_by: string;
  };
  entry_sealed: { entry_id: string; field: string; sealed: string; masked: string; set_at: Instant };
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
  entry_consent: {
    id: string;
    entry_id: string;
    person_id: string;
    kind: string;
    text_version: string;
    given_at: Instant;
    withdrawn_at: OptionalInstant;
  };
  entry_snapshot: {
    entry_id: string;
    n: number;
    sha256: string;
    data: Json<EntrySnapshot>;
    taken_at: Instant;
    reference: string;
  };
  /** The sealed values of a submission, copied when it was frozen: the live ones may change or go. */
  entry_snapshot_sealed: {
    entry_id: string;
    n: number;
    /** `leader.idNumber`, `member.<memberId>.phone` */
    field: string;
    sealed: string;
    masked: string;
    /** When its owner set the value that was copied. */
    set_at: Instant;
    /** Copied by the migration, without a key: it opens at the live value's place. */
    carried: Generated<boolean>;
  };
  entry_move: {
    entry_id: string;
    n: number;
    move: string;
    from_state: EntryState | null;
    to_state: EntryState;
    by_person: string | null;
    at: Instant;
    reason: string | null;
    details: Json<Record<string, unknown>>;
  };
  upload: {
    id: string;
    entry_id: string;
    slot: string;
    /** Which of the slot's files, counted from 1. */
    file_no: Generated<number>;
    /** Counts the versions of one file from 1. */
    version: number;
    name: string;
    declared_size: number;
    size: number | null;
    kind: FileKind | null;
    state: 'sending' | 'checking' | 'accepted' | 'refused' | 'cancelled';
    refusal_code: string | null;
    refusal: string | null;
    storage_key: string;
    /** When its one transfer began: its token is used up by it. */
    transfer_at: OptionalInstant;
    /** Of the bytes as they came, in hex. */
    received_sha256: string | null;
    /** Of the bytes as they are kept; set just before they are written to their place, so that nobody takes that away. */
    sha256: string | null;
    begun_by: string;
    begun_at: Instant;
    finished_at: OptionalInstant;
    /** While somebody checks it, until when nobody else does. */
    checking_until: OptionalInstant;
    /** Taken out of the current form by its owner; kept while a snapshot names it. */
    removed_at: OptionalInstant;
    frozen_in: number | null;
    /** When what was sent and not settled was taken away. */
    swept_at: OptionalInstant;
    /** What staff are told of it (`FileMark`). */
    marks: Generated<string[]>;
  };
  /** Bytes that nothing may name any more, to be taken away: settled ones by hash and kind, received ones by their key, without a kind. */
  file_leaving: { name: string; kind: FileKind | null; since: Instant; erasing_at: OptionalInstant };
  /** Append-only: the sum of deltas is the number of entries by contest, state and track. */
  entry_count: { contest_id: string; state: EntryState; track_code: string; delta: number };
};

/** The readable, frozen copy of a submission: masked text only, sealed values stand in `entry_snapshot_sealed`. */
export type EntrySnapshot = {
  parts: Array<{ section: SectionName; zh: string; lines: Array<{ field: string; label: string; value: string }> }>;
  files: Array<{
    uploadId: string;
    slot: string;
    slotZh: string;
    name: string;
    size: number;
    sha256: string;
    version: number;
  }>;
  members: Array<{ name: string; roleZh: string; consentedAt: string }>;
};
