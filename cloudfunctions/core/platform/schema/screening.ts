import type { SectionName } from '@shared/entry/sections';
import type { DecisionState } from '@shared/screening/decision/states';
import type { Decided } from '@shared/screening/decision/subject';
import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

export type ScreeningTables = {
  /** What was decided of an entry, in a row of its own: until it is made nobody outside the desk reads it. */
  decision: {
    id: string;
    state: DecisionState;
    /** For whose list of things to do its state waits (`Waits`); null once it is over. */
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
    /** The order in which decisions were taken. */
    n: Generated<number>;
    entry_id: string;
    /** The version of the entry that was decided on; once that moved on, the decision is overtaken. */
    entry_version: number;
    /** As it was judged, frozen. */
    decided: Json<Decided>;
    decided_by: string;
    decided_at: Instant;
    signed_by: string | null;
    signed_at: OptionalInstant;
    /** From when on it is made; null while its signature is missing. */
    effective_at: OptionalInstant;
    /** The batch that it was taken in, if it was. */
    batch_id: string | null;
  };
  review_mark: {
    id: string;
    entry_id: string;
    round: number;
    section: SectionName;
    verdict: 'unread' | 'ok' | 'fault';
    codes: Json<string[]>;
    /** The fields that are wrong, of a part that is. */
    fields: Json<string[]>;
    /** The fields that were judged one by one and are in order. */
    seen: Json<string[]>;
    comment: string;
    version: number;
    marked_by: string;
    marked_at: Instant;
    /** Set when the entry went to another region, which reads it anew. */
    cleared_at: OptionalInstant;
  };
  review_note: { id: string; entry_id: string; author: string; body: string; at: Instant };
  credit_check: {
    id: string;
    entry_id: string;
    /** What was looked up, of the edition's `checks`. */
    code: string;
    clear: boolean;
    checked_on: string;
    /** By what evidence; may be empty where nobody was found. */
    note: string;
    checked_by: string;
    at: Instant;
  };
};
