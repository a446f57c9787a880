import type { Instant, OptionalInstant } from './columns';

export type NoticesTables = {
  inbox_item: {
    id: string;
    event_id: string;
    person_id: string;
    notice: string;
    title: string;
    body: string;
    link: string | null;
    created_at: Instant;
    read_at: OptionalInstant;
  };
};
