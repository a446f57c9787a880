import { sql } from 'kysely';
import type { Db } from '../../platform/db';

/** Gives the contests of a new edition the card that their region had last: an office seldom moves in a year. */
export async function carryCards(db: Db, editionId: string): Promise<void> {
  await sql`update contest c
    set office = last.office, phone = last.phone, address = last.address, hours = last.hours, venue = last.venue
    from (select distinct on (o.region_id) o.* from contest o join edition d on d.id = o.edition_id
      where d.status <> 'draft' and o.phone <> '' order by o.region_id, d.year desc, d.id desc) last
    where c.edition_id = ${editionId} and last.region_id = c.region_id`.execute(db);
}

/** The names of the regions of an edition whose contest has no number yet, in their own order. */
export async function regionsWithoutPhone(db: Db, editionId: string): Promise<string[]> {
  const { rows } = await sql<{ zh: string }>`select r.name_zh as zh from contest c join region r on r.id = c.region_id
    where c.edition_id = ${editionId} and c.phone = '' order by r.sort`.execute(db);
  return rows.map(({ zh }) => zh);
}
