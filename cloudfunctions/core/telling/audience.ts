import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../platform/db';

/** The facts of what is told, as SQL reads them: one statement asks an audience for many messages at once. */
export type FactsInSql<Name extends string> = {
  text(name: Name): RawBuilder<string | null>;
  id(name: Name): RawBuilder<string | null>;
  /** The ids in a list, as a subquery. */
  ids(name: Name): RawBuilder<string>;
};

/**
 * Whom a notice is told to: a query of `person_id`, whose rows never pass through this process. It may name a person twice. A large one is
 * asked chunk by chunk in the order of `person_id`, so it should be able to begin anywhere without reading all that comes before.
 * @typeParam Facts those by which it finds its persons
 * @param now as of when grants count
 */
export type Audience<Facts = object> = (facts: FactsInSql<keyof Facts & string>, now: number) => RawBuilder<unknown>;

/** A message as its audience is made for it; `at` is the instant of what it tells, `now` that of the telling, in epoch milliseconds. */
export type ToMake<Facts> = { facts: Facts; messageId: string; eventId: string; at: number; now: number };

/**
 * The same where the query itself depends on what is told, such as on a policy's rule: it is made anew for each chunk, by its message alone, and
 * told by the fan-out only. It picks few or many out of all of whom something is known; a chunk is so many of those, whomever it picks of them, so
 * that a turn reads as little where it finds nobody.
 */
export type MadeAudience<Facts = object> = {
  make(db: Db, told: ToMake<Facts>): Promise<RawBuilder<unknown>>;
  /** With whom a chunk of so many ends that begins after somebody; null: nobody is left after it. */
  lastOf(db: Db, after: string, size: number): Promise<string | null>;
};

/** An area's, by the names that its notices have for them. */
export type AudiencesOf<Named> = { readonly [Name in keyof Named]: Audience<Named[Name]> | MadeAudience<Named[Name]> };

/** Any area's. */
export type Audiences = Readonly<
  Record<string, ((facts: FactsInSql<string>, now: number) => RawBuilder<unknown>) | MadeAudience<never>>
>;

/** An audience by its name. */
export function audienceNamed(audiences: Audiences, name: string): Audiences[string] {
  const audience = audiences[name];
  if (audience === undefined) throw new Error(`nobody says who is ${name}`);
  return audience;
}

/** The facts in the column `facts` of the rows called `told`. */
export const toldFacts: FactsInSql<string> = {
  text: (name) => sql`(told.facts ->> ${sql.lit(name)})`,
  id: (name) => sql`(told.facts ->> ${sql.lit(name)})::uuid`,
  ids: (name) => sql`(select jsonb_array_elements_text(told.facts -> ${sql.lit(name)})::uuid)`,
};
