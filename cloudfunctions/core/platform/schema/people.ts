import type { Generated } from 'kysely';
import type { Instant, OptionalInstant } from './columns';

export type PeopleTables = {
  person: {
    id: string;
    openid: string | null;
    persona: string | null;
    display_name: string;
    phone_sealed: string | null;
    phone_masked: string | null;
    elder_mode: Generated<boolean>;
    /** The day in Shanghai of the latest call; null: none since this is kept. */
    last_used_on: string | null;
    created_at: Instant;
    /** The account was closed: nothing of the person is left in this row. */
    erased_at: OptionalInstant;
  };
  /** A nickname that its owner wrote and others do not read yet; `why`: told to its owner, once it was refused. */
  name_check: {
    person_id: string;
    name: string;
    state: 'waiting' | 'review' | 'refused';
    why: string | null;
    tries: Generated<number>;
    since: Instant;
    due_at: Instant;
    version: number;
  };
  /** What was thought of a text of a subject, by its digest; `text`: while it is held; `sent`: it is part of what was submitted. */
  text_check: {
    subject_id: string;
    field: string;
    person_id: string;
    field_zh: string;
    digest: string;
    text: string | null;
    state: 'passed' | 'waiting' | 'review' | 'refused';
    why: string | null;
    sent: Generated<boolean>;
    tries: Generated<number>;
    since: Instant;
    due_at: Instant;
    version: number;
  };
  /** The city's list of words by which texts are judged, change by change; `strength` null: taken off. */
  content_word: {
    n: Generated<number>;
    word: string;
    strength: 'refuse' | 'look' | null;
    why: string;
    changed_by: string;
    changed_at: Instant;
  };
  session: {
    token_hash: string;
    /** Names it to its owner; the hash is nobody's to see. */
    id: string;
    person_id: string;
    /** `phone`: begun by WeChat; `web`: in a browser, confirmed on a phone; `demo`: as a persona. */
    kind: string;
    device_zh: string;
    place_zh: string;
    created_at: Instant;
    expires_at: Instant;
    revoked_at: OptionalInstant;
    /** To ten minutes. */
    last_seen_at: OptionalInstant;
  };
  /** A browser that asks to be signed in by a phone; kept for a day. */
  web_sign_in: {
    id: string;
    /** SHA-256 of what only that browser holds. */
    secret_hash: string;
    /** Finds the typed code without storing it. */
    code_mark: string;
    device_zh: string;
    place_zh: string;
    created_at: Instant;
    expires_at: Instant;
    seen_by: string | null;
    seen_at: OptionalInstant;
    /** Two digits, shown on both. */
    match_number: string | null;
    answer: 'confirmed' | 'refused' | null;
    answered_at: OptionalInstant;
    taken_at: OptionalInstant;
  };
  /** How many codes a person typed since when; gone with the one that was right. */
  web_code_tries: { person_id: string; since: Instant; tries: number };
  /** Who takes part without being a region: guarantor, bank, incubator, trainer, partner. Its members are who holds a grant in its scope. */
  organisation: {
    id: string;
    kind: string;
    name_zh: string;
    region_id: string | null;
    active: boolean;
    /** Which desk of it, its phone and address, as whoever applies reads them; empty: not said. */
    desk_zh: Generated<string>;
    phone: Generated<string>;
    address_zh: Generated<string>;
    version: Generated<number>;
  };
  role_grant: {
    id: string;
    person_id: string;
    role: string;
    /** `all`, or the kind of the one id that stands beside it; a check holds the two together. */
    scope_kind: string;
    region_id: string | null;
    organisation_id: string | null;
    given_by: string | null;
    given_at: Instant;
    ends_at: OptionalInstant;
    revoked_at: OptionalInstant;
    /** Null: given without a code, or taken back by a later one of the same. */
    revoked_by: string | null;
    code_id: string | null;
  };
  /** A code that makes whoever types it what it says; `code_hash` is all that is kept of it. */
  grant_code: {
    id: string;
    code_hash: string;
    role: string;
    scope_kind: string;
    region_id: string | null;
    organisation_id: string | null;
    /** For whom, in its maker's words; of the command's, why it was made again. */
    note: string;
    uses: number;
    used: Generated<number>;
    /** Null: the command. */
    made_by: string | null;
    made_by_key: string | null;
    made_at: Instant;
    expires_at: Instant;
    grant_ends_at: OptionalInstant;
    voided_at: OptionalInstant;
    voided_by: string | null;
  };
  feedback: {
    id: string;
    reference: string;
    person_id: string;
    kind: string;
    body: string;
    contact_sealed: string | null;
    created_at: Instant;
    due_date: string;
    answer: string | null;
    answered_by: string | null;
    answered_at: OptionalInstant;
    version: Generated<number>;
  };
};
