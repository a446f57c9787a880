import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

export type TellingTables = {
  /** What was told, once for all whom it is told to. The id begins with the instant of the event. */
  message: {
    id: string;
    event_id: string;
    /** What the event was about, as in the audit: `entry:<id>`. */
    about: string | null;
    notice: string;
    title: string;
    body: string;
    link: string | null;
    /** The policy whose words it repeats, where it does. */
    policy_code: string | null;
    policy_version: number | null;
    /** While it has more recipients to reach: which audience, of which facts, and the last person reached. */
    fan_audience: string | null;
    fan_facts: Json<Record<string, unknown>> | null;
    fan_after: string | null;
    /** For the phones of those who agreed to this purpose: the fields of its template. */
    phone_purpose: string | null;
    phone_fields: Json<Record<string, string>> | null;
    /** As a text message too: which, about which case, and until when it is of use. */
    text_kind: string | null;
    text_subject: string | null;
    text_until: OptionalInstant;
  };
  /** A message in a person's inbox; the key is the inbox's order. */
  delivery: { person_id: string; message_id: string; read_at: OptionalInstant };
  /** How many messages a person still agreed to, for which purpose. */
  phone_quota: { person_id: string; purpose: string; left_over: number };
  /** The ledger behind it; its sum is what is left over. */
  phone_quota_change: {
    id: string;
    person_id: string;
    purpose: string;
    change: number;
    why: string;
    message_id: string | null;
    at: Instant;
  };
  /** What a person said in the settings of a road; without a row it is wanted. */
  phone_choice: { person_id: string; purpose: string; road: 'wechat' | 'text'; wanted: boolean; at: Instant };
  /** A message on its way to a phone, or how that ended. */
  phone_message: {
    person_id: string;
    message_id: string;
    purpose: string;
    state: 'waiting' | 'sending' | 'sent' | 'not_agreed' | 'unwanted' | 'dead' | 'uncertain';
    tries: Generated<number>;
    due_at: Instant;
    leased_until: OptionalInstant;
    /** WeChat's, of the last answer; null: none came. */
    code: number | null;
    ended_at: OptionalInstant;
  };
  /** The city's own words for a notice; none: back to the code's from that version on. */
  notice_wording: {
    notice: string;
    version: number;
    title: string | null;
    body: string | null;
    why: string;
    made_by: string;
    made_at: Instant;
  };
  /** Who agreed to text messages, to which version of the words; one that ended is closed, never deleted. */
  text_consent: {
    id: string;
    person_id: string;
    text_version: string;
    given_at: Instant;
    withdrawn_at: OptionalInstant;
  };
  /** A text message on its way, or how that ended. The number stands nowhere here. */
  text_message: {
    person_id: string;
    message_id: string;
    kind: string;
    state: 'waiting' | 'sending' | 'sent' | 'unwanted' | 'over' | 'no_phone' | 'dead' | 'uncertain';
    tries: Generated<number>;
    due_at: Instant;
    leased_until: OptionalInstant;
    /** The provider's, of the last answer; null: none came. */
    code: string | null;
    ended_at: OptionalInstant;
  };
  /** The ledger: every try with what came of it (null: under way). `day` in Shanghai, for the caps. */
  text_try: {
    id: string;
    person_id: string;
    message_id: string;
    day: string;
    outcome: string | null;
    code: string | null;
    /** The provider's own number of it. */
    serial: string | null;
    at: Instant;
    ended_at: OptionalInstant;
  };
};
