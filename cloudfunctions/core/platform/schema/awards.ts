import type { AwardState } from '@shared/awards/award/states';
import type { AwardClaimState } from '@shared/awards/award-claim/states';
import type { AwardListState } from '@shared/awards/award-list/states';
import type { Generated } from 'kysely';
import type { Instant, OptionalInstant } from './columns';

export type AwardsTables = {
  /** What was decided of an entry, in a row of its own: nobody but the city reads it before it is announced. */
  award: {
    id: string;
    entry_id: string;
    edition_id: string;
    /** A level of the edition's ladder. */
    level: string;
    /** Whoever claimed it and was confirmed; null: it is the entry's leader's. */
    person_id: string | null;
    state: AwardState;
    /** For whose list of things to do its state waits (`Waits`). */
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
  };
  /** A code by which a past winner claims an award; `code_hash` is all that is kept of it. */
  claim_code: {
    id: string;
    code_hash: string;
    award_id: string;
    made_by: string;
    /** The key of the act that made it, by which the same act sent again finds and voids it. */
    made_by_key: string | null;
    made_at: Instant;
    ends_at: Instant;
    used_at: OptionalInstant;
    voided_at: OptionalInstant;
    voided_by: string | null;
  };
  /** That somebody says an award is theirs. Name and number are sealed beside it until it is decided; here stands what remains. */
  award_claim: {
    id: string;
    award_id: string;
    code_id: string;
    person_id: string;
    name_masked: string;
    number_masked: string;
    /** Whether the number is the entry's leader's as it is known here; null: none is. */
    same_as_record: boolean | null;
    asked_at: Instant;
    state: AwardClaimState;
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
  };
  /** Results of an edition that are brought into the app and confirmed together. */
  award_list: {
    id: string;
    edition_id: string;
    made_by: string;
    /** Who sent it to be confirmed. */
    proposed_by: string | null;
    state: AwardListState;
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
  };
  /** A result on a list: an entry and a level of the edition's ladder. */
  award_list_row: { list_id: string; entry_id: string; level: string; brought_by: string; brought_at: Instant };
};
