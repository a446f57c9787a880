import type { AwardState } from '@shared/awards/award/states';
import type { Generated } from 'kysely';
import type { Instant } from './columns';

export type AwardsTables = {
  /** What was decided of an entry, in a row of its own: nobody but the city reads it before it is announced. */
  award: {
    id: string;
    entry_id: string;
    edition_id: string;
    /** A level of the edition's ladder. */
    level: string;
    state: AwardState;
    /** For whose list of things to do its state waits (`Waits`). */
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
  };
};
