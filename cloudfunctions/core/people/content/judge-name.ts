import { sql } from 'kysely';
import type { ContentCheck } from '../../platform/content-check/content-check';
import type { Db } from '../../platform/db';
import { openidIn } from '../../platform/identity';
import { judgeText, type TextVerdict } from './judge-text';
import { contentWordsOf } from './words';

/** Whom WeChat knows a person as; null: it does not. */
export async function openidOf(db: Db, personId: string): Promise<string | null> {
  const { rows } = await sql<{ openid: string | null }>`select ${openidIn(sql`${personId}::uuid`)} as openid`.execute(
    db,
  );
  return rows[0]?.openid ?? null;
}

/** Judges a nickname that others will read. Asks outside the database, so never inside a transaction. */
export async function judgeName(
  { db, contentCheck }: { db: Db; contentCheck: ContentCheck | null },
  personId: string,
  name: string,
): Promise<TextVerdict> {
  const [words, openid] = await Promise.all([contentWordsOf(db), openidOf(db, personId)]);
  return judgeText(contentCheck, words, openid, { scene: 1, text: name, nickname: name });
}
