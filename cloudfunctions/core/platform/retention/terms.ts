import { shanghaiDate } from '@shared/kernel/shanghai';
import { type SaidTerm, type TermName, type Terms, termsBy } from '@shared/rights/retention-terms';
import { sql } from 'kysely';
import type { Db } from '../db';
import { at } from '../schema';

/** Of each term that the city ever spoke of, its word that is in force on the day of `now`. */
export async function saidTerms(db: Db, now: number): Promise<SaidTerm[]> {
  const { rows } =
    await sql<SaidTerm>`select distinct on (name) name, length, doc_no as "docNo", effective_from as "from"
    from retention_term where effective_from <= ${shanghaiDate(now)}::date order by name, effective_from desc, n desc`.execute(
      db,
    );
  return rows;
}

/** How long everything is kept now: whatever forgets asks here. `now` in epoch milliseconds. */
export const termsOn = async (db: Db, now: number): Promise<Terms> => termsBy(await saidTerms(db, now));

/** One word of the city on a term; `confirmedAt` in epoch milliseconds. */
export type TermWord = SaidTerm & { n: number; why: string; byZh: string; confirmedAt: number };

const most = 100;

/** All that the city said, the newest first. */
export async function termWords(db: Db): Promise<TermWord[]> {
  const { rows } =
    await sql<TermWord>`select t.n, t.name, t.length, t.doc_no as "docNo", t.effective_from as "from", t.why,
      p.display_name as "byZh", t.confirmed_at as "confirmedAt"
    from retention_term t join person p on p.id = t.confirmed_by order by t.n desc limit ${most}`.execute(db);
  return rows;
}

/** The city says how long something is kept from a day on; what it said before stays in the history. */
export async function sayTerm(
  db: Db,
  {
    name,
    length,
    docNo,
    from,
    why,
    by,
    now,
  }: Omit<SaidTerm, 'name'> & { name: TermName; why: string; by: string; now: number },
): Promise<void> {
  await sql`insert into retention_term (name, length, doc_no, effective_from, why, confirmed_by, confirmed_at)
    values (${name}, ${length}, ${docNo}, ${from}, ${why}, ${by}, ${at(now)})`.execute(db);
}
