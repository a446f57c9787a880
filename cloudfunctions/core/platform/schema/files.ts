import type { Generated } from 'kysely';
import type { KeptKind } from '../storage/formats/detected-file';
import type { Instant, OptionalInstant } from './columns';

export type FilesTables = {
  upload: {
    id: string;
    subject_id: string;
    slot: string;
    /** Which of the slot's files, counted from 1. */
    file_no: Generated<number>;
    /** Counts the versions of one file from 1. */
    version: number;
    name: string;
    declared_size: number;
    size: number | null;
    kind: KeptKind | null;
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
    /** A picture of somebody's paper: opened and deleted like a sealed value. */
    personal: Generated<boolean>;
    /** Where it comes from, of a file that was given somewhere else before; null: it was sent here. */
    given_zh: string | null;
    /** What staff are told of it (`FileMark`). */
    marks: Generated<string[]>;
  };
  /** Who opened a file that was not their own when, and in whose name; null: the city's. `subject` as in the audit. */
  file_opening: {
    id: string;
    subject: string;
    upload_id: string;
    person_id: string;
    region_id: string | null;
    at: Instant;
  };
  /** Bytes that nothing may name any more, to be taken away: settled ones by hash and kind, received ones by their key, without a kind. */
  file_leaving: { name: string; kind: KeptKind | null; since: Instant; erasing_at: OptionalInstant };
};
