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
