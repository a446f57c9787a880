import { unfitZh, wordsSay } from '@shared/people/content-words';
import { sql } from 'kysely';
import type { ContentCheck } from '../../platform/content-check/content-check';
import type { Db } from '../../platform/db';
import { openidIn } from '../../platform/identity';
import { contentWordsOf } from './words';

/** What is thought of a name: it is taken, refused in these words, looked at by staff first, or asked about again. */
export type NameVerdict =
  | { kind: 'taken' }
  | { kind: 'refused'; why: string }
  | { kind: 'look' }
  | { kind: 'later'; code: number | null };

/**
 * Judges a nickname that others will read: by the city's own list, then by WeChat where it runs and knows the person. Asks outside the
 * database, so never inside a transaction.
 */
export async function judgeName(
  { db, contentCheck }: { db: Db; contentCheck: ContentCheck | null },
  personId: string,
  name: string,
): Promise<NameVerdict> {
  const said = wordsSay(name, await contentWordsOf(db));
  if (said === 'refuse') return { kind: 'refused', why: unfitZh(null) };
  const { rows } = await sql<{ openid: string | null }>`select ${openidIn(sql`${personId}::uuid`)} as openid`.execute(
    db,
  );
  const openid = rows[0]?.openid ?? null;
  if (contentCheck !== null && openid !== null) {
    const verdict = await contentCheck.text({ openid, scene: 1, content: name, nickname: name });
    if (verdict.kind === 'risky') return { kind: 'refused', why: unfitZh(verdict.label) };
    if (verdict.kind === 'later') return { kind: 'later', code: verdict.code };
    if (verdict.kind !== 'pass') return { kind: 'look' };
  }
  return said === 'look' ? { kind: 'look' } : { kind: 'taken' };
}
