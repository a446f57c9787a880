import type { AnnouncementSubject } from '@shared/competition/announcement/subject';
import { competitionContract } from '@shared/competition/contract';
import { sql } from 'kysely';
import { keysetPage } from '../../platform/keyset-page';
import { at } from '../../platform/schema';
import { noSubject, procedure } from '../../rpc/procedure';
import { currentEdition } from '../queries';
import { presentLine } from './newest';
import { announcements } from './subjects';

/** The last instant that a date has, in milliseconds. */
const lastInstant = 8.64e15;

/** A page of all that are published in the running edition, for anybody; of a region with the city's, or of everywhere. */
export const publishedAnnouncements = procedure(
  competitionContract.publishedAnnouncements,
  noSubject,
  async (call, { cursor, regionId = null }) => {
    const edition = await currentEdition(call.db);
    const here = regionId === null ? sql`true` : sql`(a.region_id is null or a.region_id = ${regionId})`;
    const { rows, next } = await keysetPage<AnnouncementSubject & { id: string }>(call, {
      filter: { publishedIn: edition?.editionId ?? null, regionId },
      cursor,
      sort: ({ publishedAt }) => publishedAt ?? 0,
      fits: (value) => typeof value === 'number' && value >= 0 && value <= lastInstant,
      async read(after, limit) {
        if (!edition) return [];
        const beyond =
          after === null ? sql`true` : sql`(a.published_at, a.id) < (${at(Number(after.value))}, ${after.id}::uuid)`;
        const found = announcements(sql`a.edition_id = ${edition.editionId} and a.state = 'published' and ${here}
          and ${beyond} order by a.published_at desc, a.id desc limit ${limit}`);
        return (await found.execute(call.db)).rows.map((one) => ({ ...one, id: one.announcementId }));
      },
    });
    return { items: rows.map(presentLine), next };
  },
);
