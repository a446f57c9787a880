import type { ContentWord } from '@shared/people/content-words';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../platform/db';
import { at } from '../../platform/schema';

/** A change of the city's list: who, when, why; `strength` null: the word was taken off. Milliseconds. */
export type WordChange = {
  n: number;
  word: string;
  strength: ContentWord['strength'] | null;
  why: string;
  by: string;
  at: number;
};

/** In SQL: the list as it now stands, for a statement that asks for more. */
export const contentWordsInSql: RawBuilder<ContentWord[]> = sql`(
  select coalesce(json_agg(json_build_object('word', word, 'strength', strength) order by word), '[]') from (
    select distinct on (word) word, strength from content_word order by word, n desc) latest where strength is not null)`;

/** The list as it now stands, in the order of the words. */
export async function contentWordsOf(db: Db): Promise<ContentWord[]> {
  const { rows } = await sql<{ words: ContentWord[] }>`select ${contentWordsInSql} as words`.execute(db);
  return rows[0]?.words ?? [];
}

const most = 100;

/** Its latest changes, the newest first. */
export async function wordChanges(db: Db): Promise<WordChange[]> {
  const { rows } = await sql<WordChange>`select w.n, w.word, w.strength, w.why, p.display_name as by, w.changed_at as at
    from content_word w join person p on p.id = w.changed_by order by w.n desc limit ${most}`.execute(db);
  return rows;
}

/** Puts a word on the list, changes how strong it is, or takes it off (null). */
export async function changeWord(
  db: Db,
  { word, strength, why, by, now }: Omit<WordChange, 'n' | 'at'> & { now: number },
): Promise<void> {
  await sql`insert into content_word (word, strength, why, changed_by, changed_at)
    values (${word}, ${strength}, ${why}, ${by}, ${at(now)})`.execute(db);
}
