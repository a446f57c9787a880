import type { Instant, OptionalInstant } from '../../../../cloudfunctions/core/platform/schema/columns';
import type { BoothState } from '../shared/subject';

export type BoothTables = {
  booth: {
    id: string;
    state: BoothState;
    waits: string | null;
    version: number;
    changed_at: Instant;
    region_id: string;
    asker_id: string;
    title: string;
    due_at: OptionalInstant;
  };
};
