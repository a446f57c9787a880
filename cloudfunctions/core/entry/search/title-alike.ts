import { alike, groupsOfPairs } from '@shared/entry/similar-title';
import { bigrams, plainWords } from '@shared/kernel/typed/plain-words';
import { type RawBuilder, sql } from 'kysely';

/**
 * Is the title of an entry (`entry_search s`, `entry e`) like this one? The rule of `similarTitles` as a condition that an index answers: by groups
 * of pairs first, of which whatever is alike has one whole, and of what these find by the share itself.
 */
export function titleAlike(title: string): RawBuilder<boolean> {
  const pairs = bigrams(plainWords(title));
  if (pairs.length === 0) return sql`(e.title = ${title} and e.title <> '')`;
  const groups = groupsOfPairs(title).map((group) => sql`s.title_pairs @> ${group}::text[]`);
  return sql`((${sql.join(groups, sql` or `)})
    and (select count(*) from unnest(s.title_pairs) p where p = any(${pairs}::text[])) * ${sql.lit(alike.of)}
      >= greatest(cardinality(s.title_pairs), ${pairs.length}::int) * ${sql.lit(alike.shared)})`;
}
