import type { Blueprint } from '@shared/competition/blueprint';
import type { EditionState } from '@shared/competition/edition/states';
import type { Values } from '@shared/competition/edition/values';
import type { PartName } from '@shared/competition/parts';
import type { Generated } from 'kysely';
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
    status: EditionState;
    /** In force: the newest of its versions. Of a draft what it was begun from. */
    blueprint: Json<Blueprint>;
    blueprint_version: Generated<number>;
    synthetic: boolean;
    /** Guards publishing. */
    version: Generated<number>;
    /** What its files hang from, once it has any. */
    subject_id: string | null;
    made_at: OptionalInstant;
    published_at: OptionalInstant;
  };
  /** Everything that was ever published of an edition. An entry that was submitted stands under the one of its day. */
  blueprint_version: {
    edition_id: string;
    n: number;
    cutoff_date: string;
    blueprint: Json<Blueprint>;
    /** The part that changed; null: the whole was published. */
    part: PartName | null;
    reason: string;
    published_at: OptionalInstant;
    published_by: string | null;
  };
  /** A part as it is being typed, which may be unfinished. */
  edition_part: {
    edition_id: string;
    part: PartName;
    data: Json<Values>;
    version: number;
    /** The version that somebody confirmed, part by part, before publishing. */
    confirmed_version: number | null;
    saved_at: Instant;
    saved_by: string;
  };
  track: { edition_id: string; code: string; zh: string; kind: string };
  contest: {
    id: string;
    edition_id: string;
    region_id: string;
    /** Guards what its region sets up. */
    version: Generated<number>;
    office: Generated<string>;
    phone: Generated<string>;
    address: Generated<string>;
    hours: Generated<string>;
    venue: Generated<string>;
  };
  /** What was changed of a contest: an empty value was not there, a window is two instants with a `/` between. */
  contest_change: {
    contest_id: string;
    /** The contest's version that came about by it. */
    n: number;
    /** `card.<field>`, `track.<code>`, `phase.<code>`. */
    what: string;
    from_value: string;
    to_value: string;
    by_person: string;
    at: Instant;
  };
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
  /** A text for all, of one region or (null) of the city; the subject is its parent. */
  announcement: {
    id: string;
    state: string;
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
    edition_id: string;
    region_id: string | null;
    title: string;
    body: string;
    /** When it was published last. */
    published_at: OptionalInstant;
  };
};
