import type { AnnouncementSubject } from '@shared/competition/announcement/subject';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type { Db } from '../../platform/db';
import { announcements } from './subjects';

/** A line about one that is published. */
export const presentLine = ({ announcementId, regionId, regionZh, title, publishedAt }: AnnouncementSubject) => ({
  announcementId,
  regionId,
  regionZh,
  title,
  publishedAt: toShanghai(publishedAt ?? 0),
});

/** So many stand on a region's page, and so many of each place on the first page, which shows its reader the city's and their region's. */
const most = { region: 5, place: 2 };

/** The newest that are published in an edition and concern one region: its own and the city's. The query reads the head of an index. */
export async function newestHere(db: Db, editionId: string, regionId: string) {
  const { rows } = await announcements(sql`a.edition_id = ${editionId} and a.state = 'published'
    and (a.region_id is null or a.region_id = ${regionId}) order by a.published_at desc, a.id desc limit ${most.region}`).execute(
    db,
  );
  return rows.map(presentLine);
}

/** The newest of the city and of every region, so that a busy region puts nobody else's out of sight. */
export async function newestOfEach(db: Db, editionId: string) {
  const { rows } = await announcements(sql`a.id in (
      select p.id from (select o.id, row_number() over (partition by o.region_id order by o.published_at desc, o.id desc) as place
        from announcement o where o.edition_id = ${editionId} and o.state = 'published') p
      where p.place <= ${most.place})
    order by a.published_at desc, a.id desc`).execute(db);
  return rows.map(presentLine);
}
