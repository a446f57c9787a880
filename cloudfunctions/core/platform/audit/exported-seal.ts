import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import type { Home } from '../../rpc/home';
import type { Db } from '../db';
import type { SealBook } from '../storage/seal-book';

/** A seal as it was told outside the database; `at` is when it was made, RFC 3339. */
export type ExportedSeal = { n: number; hash: string; key: string | null; at: string };

/** How many days around today are looked at for what was told; those to come hold something once the demo's clock was moved back. */
const daysAround = 7;
const dayMs = 86_400_000;

/**
 * Tells the newest seal outside the database, in the log and in the home's book, once a day, so that the removal of the newest seals or a
 * chain sealed anew by our own worker shows too. What was told in the days around must still stand: if not, the log says so as an error.
 * @returns whether today's stands in the book
 */
export async function exportSeal(home: Home, now: number): Promise<boolean> {
  const today = shanghaiDate(now);
  if ((await home.sealBook.read(today)) !== null) return true;
  const newest = await home.db
    .selectFrom('audit_seal')
    .select(['n', 'hash', 'key_id', 'at'])
    .orderBy('n', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest) return false;
  const gone = await firstMissing(home.db, await toldAround(home.sealBook, now));
  if (gone) home.log.error({ auditSeal: gone }, 'an exported seal of the audit no longer stands: run audit:verify');
  const { n, hash, key_id: key, at } = newest;
  const exported: ExportedSeal = { n, hash, key, at: toShanghai(at) };
  home.log.info({ auditSeal: exported }, 'the newest seal of the audit');
  await home.sealBook.keep(today, `${JSON.stringify(exported)}\n`);
  return true;
}

/** The seals that were told in the week around `now` and are still kept. */
export async function toldAround(sealBook: SealBook, now: number): Promise<ExportedSeal[]> {
  const days = Array.from({ length: daysAround }, (_, i) => (i + 1) * dayMs).flatMap((away) => [
    now - away,
    now + away,
  ]);
  const pages = await Promise.all(days.map((ms) => sealBook.read(shanghaiDate(ms))));
  return pages.flatMap((text) => (text === null ? [] : parseExported(text)));
}

/** The first of these seals that is not in the database as it was told; null when all stand. */
export async function firstMissing(db: Db, exported: readonly ExportedSeal[]): Promise<ExportedSeal | null> {
  if (exported.length === 0) return null;
  const numbers = [...new Set(exported.map(({ n }) => n))];
  const rows = await db.selectFrom('audit_seal').select(['n', 'hash']).where('n', 'in', numbers).execute();
  const standing = new Map(rows.map(({ n, hash }) => [n, hash]));
  const inOrder = [...exported].sort((a, b) => a.n - b.n);
  return inOrder.find(({ n, hash }) => standing.get(n) !== hash) ?? null;
}

/** The seals in a file of the book or in lines of a log; whatever else stands there is passed over. */
export function parseExported(text: string): ExportedSeal[] {
  return text.split('\n').flatMap((line) => {
    try {
      const told = JSON.parse(line);
      const seal = told?.auditSeal ?? told;
      return Number.isInteger(seal?.n) && typeof seal.hash === 'string' ? [seal as ExportedSeal] : [];
    } catch {
      return [];
    }
  });
}
