import type { Blueprint } from '@shared/competition/blueprint';
import type { Instant, Json, OptionalInstant } from './columns';

export type CompetitionTables = {
  region: {
    id: string;
    name_zh: string;
    name_en: string;
    kind: string;
    gb2260: string | null;
    located_in: string | null;
    sort: number;
  };
  edition: {
    id: string;
    name_zh: string;
    year: number;
    cutoff_date: string;
    /** `current` is the one the home page opens; at most one. */
    status: 'current' | 'past';
    blueprint: Json<Blueprint>;
    synthetic: boolean;
  };
  track: { edition_id: string; code: string; zh: string; kind: string };
  contest: { id: string; edition_id: string; region_id: string };
  contest_track: { contest_id: string; edition_id: string; track_code: string; sort: number };
  phase: {
    contest_id: string;
    /** The code of a phase of the edition's blueprint; the rules of an entry ask for `signUp` and `screening`. */
    kind: string;
    opens_at: Instant;
    closes_at: Instant;
    opened_told_at: OptionalInstant;
    closed_told_at: OptionalInstant;
  };
};
