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
  organisation: { id: string; kind: string; name_zh: string; region_id: string | null; active: boolean };
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
