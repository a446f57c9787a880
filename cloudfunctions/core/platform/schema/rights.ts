import type { Instant, OptionalInstant } from './columns';

export type RightsTables = {
  /** An account that was closed. The person's row is empty at once, what else was theirs goes with the worker's next rounds. */
  erasure: { person_id: string; asked_at: Instant; done_at: OptionalInstant };
};
