import type { SectionName } from '@shared/entry/sections';
import type { Instant, Json, OptionalInstant } from './columns';

export type ScreeningTables = {
  review_mark: {
    id: string;
    entry_id: string;
    round: number;
    section: SectionName;
    verdict: 'unread' | 'ok' | 'fault';
    codes: Json<string[]>;
    comment: string;
    version: number;
    marked_by: string;
    marked_at: Instant;
    /** Set when the entry went to another region, which reads it anew. */
    cleared_at: OptionalInstant;
  };
  one_time_notice: {
    entry_id: string;
    n: number;
    faults: Json<Array<{ section: SectionName; text: string }>>;
    message: string;
    sent_at: Instant;
    sent_by: string;
    due_date: string;
    provisional: boolean;
  };
  review_note: { id: string; entry_id: string; author: string; body: string; at: Instant };
  credit_check: {
    id: string;
    entry_id: string;
    list: string;
    clear: boolean;
    checked_on: string;
    evidence: string;
    checked_by: string;
    at: Instant;
  };
};
