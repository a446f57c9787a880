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

/** So many stand on a page about something else. */
const shown = 5;

/** The newest that are published in an edition: all, or those that concern one region. The query reads the head of an index. */
export async function newestAnnouncements(db: Db, editionId: string, regionId: string | null) {
  const here = regionId === null ? sql`true` : sql`(a.region_id is null or a.region_id = ${regionId})`;
  const { rows } = await announcements(sql`a.edition_id = ${editionId} and a.state = 'published' and ${here}
    order by a.published_at desc, a.id desc limit ${shown}`).execute(db);
  return rows.map(presentLine);
}
