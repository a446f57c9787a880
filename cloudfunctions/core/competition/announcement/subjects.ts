import type { AnnouncementPlace, AnnouncementSubject } from '@shared/competition/announcement/subject';
import { readsKept } from '@shared/competition/announcement/who';
import { type RawBuilder, sql } from 'kysely';
import { subjectOfUpload } from '../../files/upload-rows';
import type { Call } from '../../rpc/call';
import type { Load } from '../../rpc/procedure';

export const announcements = (where: RawBuilder<unknown>) => sql<AnnouncementSubject>`
  select a.id as "announcementId", a.edition_id as "editionId", d.status = 'current' as "ofCurrentEdition", a.region_id as "regionId",
    r.name_zh as "regionZh", a.state, a.version, a.title, a.body, a.published_at as "publishedAt"
  from announcement a join edition d on d.id = a.edition_id left join region r on r.id = a.region_id where ${where}`;

type Asked = { announcementId: string };

/** One that a call is about; a change locks its row until the commit. */
export const announcementOf: Load<Asked, AnnouncementSubject> = async (call, { announcementId }, lock) => {
  const { rows } = await announcements(sql`a.id = ${announcementId} ${lock ? sql`for update of a` : sql``}`).execute(
    call.db,
  );
  return rows[0] ?? null;
};

/** The same for everybody: what is not published is there for those alone who keep it. */
export const publishedOf: Load<Asked, AnnouncementSubject> = async (call, asked) => {
  const found = await announcementOf(call, asked, false);
  return found && found.publishedAt !== null && found.state === 'published' ? found : null;
};

/** The announcement of a file, for a call that names only that. */
export const announcementOfUpload: Load<{ uploadId: string }, AnnouncementSubject> = async (
  call,
  { uploadId },
  lock,
) => {
  const announcementId = await subjectOfUpload(call, uploadId);
  return announcementId === null ? null : announcementOf(call, { announcementId }, lock);
};

/** Where one is to be written. null: there is no such region. */
export const placeOf: Load<{ regionId: string | null }, AnnouncementPlace> = async (call, { regionId }) => {
  if (regionId === null) return { regionId };
  const known = await call.db.selectFrom('region').select('id').where('id', '=', regionId).executeTakeFirst();
  return known ? { regionId } : null;
};

/** Whether this reader keeps it. */
export const keeps = (call: Call, announcement: AnnouncementSubject): boolean =>
  readsKept.decide(call.actor, announcement).ok;
