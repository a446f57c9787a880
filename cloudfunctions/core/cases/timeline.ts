import type { MoveRow } from '@shared/cases/timeline';
import { sql } from 'kysely';
import type { Db } from '../platform/db';

/** The moves of a subject in their order, with who made each and in which region. */
export async function readMoves(db: Db, subjectId: string): Promise<MoveRow[]> {
  const { rows } = await sql<MoveRow>`
    select m.move, m.at, m.reason, m.by_person as "byPerson", p.display_name as "byZh", r.name_zh as "regionZh"
    from move m left join person p on p.id = m.by_person left join region r on r.id = m.details ->> 'regionId'
    where m.subject_id = ${subjectId} order by m.n`.execute(db);
  return rows;
}
