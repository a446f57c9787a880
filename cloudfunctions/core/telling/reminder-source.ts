import type { RawBuilder } from 'kysely';

/** As of when an area is asked who has not acted. `now` in epoch milliseconds, `today` in Shanghai; `until`: the last day that may be reminded of by now. */
export type AsOf = { now: number; today: string; until: string };

/** What an area has for reminders: of one kind of `shared/competition/reminders`, who has not acted yet. */
export type ReminderSource<Kind extends string = string> = {
  readonly kind: Kind;
  /**
   * A query of `person_id`, `subject_id`, `edition_id`, `title` and `due_on`, its last day, of all that is not done and falls due up to `until`. It is
   * asked in the transaction that tells, so that whoever has acted meanwhile is left alone.
   */
  due(asOf: AsOf): RawBuilder<unknown>;
};
