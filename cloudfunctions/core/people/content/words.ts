import type { ContentWord } from '@shared/people/content-words';
import { sql } from 'kysely';
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

/** The list as it now stands, in the order of the words. */
export async function contentWordsOf(db: Db): Promise<ContentWord[]> {
  const { rows } = await sql<ContentWord>`select word, strength from (
      select distinct on (word) word, strength from content_word order by word, n desc) latest
    where strength is not null order by word`.execute(db);
  return rows;
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
