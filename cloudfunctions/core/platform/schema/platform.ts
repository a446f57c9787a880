import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

export type PlatformTables = {
  done_once: {
    person_id: string;
    key: string;
    procedure: string;
    input_hash: string;
    /** The answer as it was given, sealed: an answer may hold what is masked everywhere else. */
    answer: string | null;
    at: Instant;
  };
  /** Who opened which sealed value when; never the value. `subject` as in the audit. */
  sealed_opening: {
    id: string;
    subject: string;
    field: string;
    person_id: string;
    /** The region in whose name it was opened; null: the city's. */
    region_id: string | null;
    at: Instant;
  };
  call_rate: { caller: string; minute: number; calls: number };
  /** Who did what with which outcome from where; never a value. */
  security_event: {
    id: string;
    person_id: string | null;
    /** The path; or what it gave cause for, such as `openings.alarm`. */
    act: string;
    outcome: string;
    /** The remote address. */
    caller: string;
    /** How often within a moment; of refusals alone more than 1. */
    times: number;
    at: Instant;
  };
  counter: { name: string; value: number };
  outbox: {
    id: string;
    event: string;
    subject: string;
    payload: Json<Record<string, unknown>>;
    created_at: Instant;
    delivered_at: OptionalInstant;
    failed_at: OptionalInstant;
    attempts: Generated<number>;
    leased_until: OptionalInstant;
    /** The worker that holds it, where workers have names. */
    leased_by: string | null;
    last_error: string | null;
  };
  audit: {
    subject: string;
    n: number;
    prev_hash: string;
    hash: string;
    at: Instant;
    actor: string;
    act: string;
    data: Json<Record<string, unknown>>;
    sealed_in: number | null;
  };
  audit_seal: {
    n: number;
    prev_hash: string;
    hash: string;
    at: Instant;
    heads: Json<Array<[string, number, string]>>;
    /** Which of the audit's keys sealed it; null: from before seals had a key. */
    key_id: string | null;
  };
  setting: { key: string; value: Json<unknown> };
  /** The city's words on how long something is kept; of one term the latest that is in force counts. `length` in the term's own unit. */
  retention_term: {
    n: Generated<number>;
    name: string;
    length: number;
    doc_no: string;
    effective_from: string;
    why: string;
    confirmed_by: string;
    confirmed_at: Instant;
  };
  /** What was closed (`service`, `edition:<id>`, `module:<room>`), from which day; `told`: how many people it concerned. */
  closing: {
    id: string;
    scope: string;
    closes_on: string;
    note: string;
    told: number;
    announced_by: string;
    announced_at: Instant;
    /** When all of it that goes had gone; of an edition its terms say. */
    emptied_at: OptionalInstant;
  };
};
