import type { Json, OptionalInstant } from './columns';

export type TellingTables = {
  /** What was told, once for all whom it is told to. The id begins with the instant of the event. */
  message: {
    id: string;
    event_id: string;
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
  };
  /** A message in a person's inbox; the key is the inbox's order. */
  delivery: { person_id: string; message_id: string; read_at: OptionalInstant };
};
