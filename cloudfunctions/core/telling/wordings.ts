import type { Wording } from '@shared/telling/wording';
import { sql } from 'kysely';
import type { Db } from '../platform/db';
import { at } from '../platform/schema';

/** A version of a notice's own words; `wording` null: back to the code's. Milliseconds. */
export type WordingVersion = { version: number; wording: Wording | null; why: string; by: string; at: number };

type Row = { notice: string; version: number; title: string | null; body: string | null };

const wordingIn = ({ title, body }: Pick<Row, 'title' | 'body'>): Wording | null =>
  title === null || body === null ? null : { title, body };

/** The own words that stand for these notices; a notice that has none is told in the code's. */
export async function standingWordings(db: Db, notices: readonly string[]): Promise<Map<string, Wording>> {
  if (notices.length === 0) return new Map();
  const { rows } = await sql<Row>`select distinct on (notice) notice, version, title, body from notice_wording
    where notice = any (${[...new Set(notices)]}::text[]) order by notice, version desc`.execute(db);
  return new Map(
    rows.flatMap((row) => {
      const wording = wordingIn(row);
      return wording === null ? [] : [[row.notice, wording] as const];
    }),
  );
}

const most = 50;

/** Every version of a notice's own words, the newest first. */
export async function wordingVersions(db: Db, notice: string): Promise<WordingVersion[]> {
  const { rows } = await sql<
    Row & { why: string; by: string; at: number }
  >`select w.notice, w.version, w.title, w.body, w.why,
      p.display_name as by, w.made_at as at
    from notice_wording w join person p on p.id = w.made_by where w.notice = ${notice}
    order by w.version desc limit ${most}`.execute(db);
  return rows.map((row) => ({
    version: row.version,
    wording: wordingIn(row),
    why: row.why,
    by: row.by,
    at: row.at,
  }));
}

/**
 * Adds a version, unless another was added since the one that its maker saw.
 * @param wording null: back to the code's words
 * @returns whether it stands now
 */
export async function addWording(
  db: Db,
  {
    notice,
    seen,
    wording,
    why,
    by,
    now,
  }: {
    notice: string;
    seen: number;
    wording: Wording | null;
    why: string;
    by: string;
    now: number;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into notice_wording (notice, version, title, body, why, made_by, made_at)
    select ${notice}, l.version + 1, ${wording?.title ?? null}, ${wording?.body ?? null}, ${why}, ${by}::uuid, ${at(now)}
    from (select coalesce(max(version), 0) as version from notice_wording where notice = ${notice}) l where l.version = ${seen}::int
    on conflict (notice, version) do nothing`.execute(db);
  return Number(numAffectedRows ?? 0) === 1;
}
