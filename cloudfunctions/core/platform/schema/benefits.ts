import type { Clocks } from '@shared/benefits/application/clock';
import type { ApplicationDetails } from '@shared/benefits/application/details';
import type { Party } from '@shared/benefits/application/subject';
import type { Generated } from 'kysely';
import type { Instant, Json, OptionalInstant } from './columns';

export type BenefitsTables = {
  /** An application of any kind. */
  application: {
    id: string;
    kind: string;
    state: string;
    /** For whose list of things to do its state waits (`Waits`). */
    waits: string | null;
    version: Generated<number>;
    changed_at: Instant;
    claimed_by: string | null;
    claimed_at: OptionalInstant;
    applicant_id: string;
    region_id: string;
    party: Party | null;
    /** With whose people it lies now; null: with a region's desk, or nobody's. */
    organisation_id: string | null;
    live: boolean;
    /** Its place in a queue, 1 first. */
    rank: number;
    /** Given at the first submission. */
    reference: string | null;
    submitted_at: OptionalInstant;
    due_on: string | null;
    /** When the clock ends it, exclusive. */
    lapses_at: OptionalInstant;
    clocks: Json<Clocks>;
    details: Json<ApplicationDetails>;
  };
  /** The organisations with which an application is or was, each time it came to one; `n` in their order. */
  application_party: {
    application_id: string;
    n: Generated<number>;
    party: Party;
    organisation_id: string;
    since: Instant;
  };
};
