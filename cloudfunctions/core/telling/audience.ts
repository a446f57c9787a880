import { type RawBuilder, sql } from 'kysely';

/** The facts of what is told, as SQL reads them: one statement asks an audience for many messages at once. */
export type FactsInSql = {
  text(name: string): RawBuilder<string | null>;
  id(name: string): RawBuilder<string | null>;
  /** The ids in a list, as a subquery. */
  ids(name: string): RawBuilder<string>;
};

/**
 * Whom a notice is told to: a query of `person_id`, whose rows never pass through this process. It may name a person twice. A large one is
 * asked chunk by chunk in the order of `person_id`, so it should be able to begin anywhere without reading all that comes before.
 * @param now as of when grants count
 */
export type Audience = (facts: FactsInSql, now: number) => RawBuilder<unknown>;

export type Audiences = Readonly<Record<string, Audience>>;

/** The facts in the column `facts` of the rows called `told`. */
export const toldFacts: FactsInSql = {
  text: (name) => sql`(told.facts ->> ${sql.lit(name)})`,
  id: (name) => sql`(told.facts ->> ${sql.lit(name)})::uuid`,
  ids: (name) => sql`(select jsonb_array_elements_text(told.facts -> ${sql.lit(name)})::uuid)`,
};
