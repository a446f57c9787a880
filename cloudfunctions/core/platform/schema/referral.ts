import type { ReferralState } from '@shared/referral/states';
import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

/** By what an entry was put in order, frozen as it was then. */
export type Ranked = {
  bp: number | null;
  n: number | null;
  rank: number | null;
  small: boolean;
  synthetic: boolean;
  awardPlace: number;
  sameTrack: boolean;
  verifiedJobs: number | null;
  reference: string;
};

export type ReferralTables = {
  /** What an upper contest's notice said of the winners of an edition. Dates as `YYYY-MM-DD`. */
  referral_notice: {
    id: string;
    edition_id: string;
    upper_zh: string;
    doc_no: string;
    issued_on: string;
    /** As of when an entrant's registration is counted. */
    cutoff_on: string;
    /** The last day on which material goes up. */
    closes_on: string;
    entered_by: string;
    entered_at: Instant;
    confirmed_by: string | null;
    confirmed_at: OptionalInstant;
    version: Generated<number>;
  };
  /** A quota, one row a place: who is recommended takes one. */
  referral_seat: { notice_id: string; track: string; n: number };
  referral: {
    id: string;
    state: ReferralState;
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
    notice_id: string;
    entry_id: string;
    person_id: string;
    region_id: string;
    /** The upper track. */
    track: string;
    live: boolean;
    /** Its place in the order of its track, 1 first. */
    place: number | null;
    seat: number | null;
    ranked: Json<Ranked> | null;
  };
  /** Where an entry came in its own field, imported until panels judge. */
  referral_rank: {
    entry_id: string;
    edition_id: string;
    region_id: string;
    track: string;
    rank: number;
    synthetic: boolean;
  };
  referral_pack: {
    upload_id: string;
    referral_id: string;
    receiver: string;
    made_by: string;
    made_at: Instant;
    contents: Json<ReadonlyArray<{ name: string; sha256: string }>>;
    /** Null: it was not written to its end. */
    sha256: string | null;
  };
};
