import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import { announcementLifecycle } from '@shared/competition/announcement/lifecycle';
import { competitionContract } from '@shared/competition/contract';
import { hasRoleAnywhere, regionsOf } from '@shared/kernel/actor';
import { toShanghai } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import { readMoves } from '../../cases/timeline';
import { currentUploads } from '../../files/current-material';
import { presentMaterials } from '../../files/present-material';
import { readUploadRows } from '../../files/upload-rows';
import { keysetPage } from '../../platform/keyset-page';
import type { Call } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { presentLine } from './newest';
import { announcementOf, announcements as found, publishedOf } from './subjects';

const whenPublished = (at: number | null): string | null => (at === null ? null : toShanghai(at));

/** One that is published, with its file, for anybody. */
export const announcement = procedure(competitionContract.announcement, publishedOf, async (call, _input, one) => {
  const [file] = currentUploads(await readUploadRows(call.db, one.announcementId), 'attachment');
  return {
    ...presentLine(one),
    body: one.body,
    file: file
      ? { uploadId: file.id, name: file.name, size: file.size ?? file.declared_size, kind: file.kind ?? '' }
      : null,
  };
});

/** One with its drafts, its file as it stands and its history, for those who keep it. */
export const keptAnnouncement = procedure(
  competitionContract.keptAnnouncement,
  announcementOf,
  async (call, _input, one) => {
    const [uploads, moves] = await Promise.all([
      readUploadRows(call.db, one.announcementId),
      readMoves(call.db, one.announcementId),
    ]);
    const { announcementId, regionId, regionZh, title, body, version } = one;
    return {
      announcementId,
      regionId,
      regionZh,
      ...standingOf(announcementLifecycle, one.state, 'staff'),
      title,
      body,
      publishedAt: whenPublished(one.publishedAt),
      version,
      moves: announcementLifecycle.movesFor(one, call.actor, call.now),
      files: presentMaterials(uploads),
      timeline: tellMoves(announcementLifecycle, moves, 'staff', () => ''),
    };
  },
);

/** Those that the asker keeps, the newest first. */
export const announcements = procedure(competitionContract.announcements, noSubject, async (call, { cursor }) => {
  const regions = keptRegions(call);
  const mine: RawBuilder<unknown> = regions === 'all' ? sql`true` : sql`a.region_id = any(${[...regions]})`;
  const { rows, next } = await keysetPage(call, {
    filter: { announcementsOf: regions },
    cursor,
    // An id carries the instant at which it was begun: it sorts alone.
    sort: () => null,
    fits: (value) => value === null,
    async read(after, limit) {
      const before = after === null ? sql`true` : sql`a.id < ${after.id}::uuid`;
      const list = await found(sql`${mine} and ${before} order by a.id desc limit ${limit}`).execute(call.db);
      return list.rows.map((one) => ({ ...one, id: one.announcementId }));
    },
  });
  return {
    items: rows.map(({ id, regionZh, state, title, publishedAt }) => {
      const { stateZh, tone } = standingOf(announcementLifecycle, state, 'staff');
      return { id, regionZh, stateZh, tone, title, publishedAt: whenPublished(publishedAt) };
    }),
    next,
    places: await places(call),
  };
});

/** Whose announcements the asker reads. */
function keptRegions({ actor }: Call): readonly string[] | 'all' {
  if (hasRoleAnywhere(actor, 'cityStaff') || hasRoleAnywhere(actor, 'auditor')) return 'all';
  return regionsOf(actor, 'regionLead');
}

/** Where the asker may announce, all regions first. */
async function places({ actor, db }: Call): Promise<Array<{ regionId: string | null; zh: string }>> {
  const city = hasRoleAnywhere(actor, 'cityStaff');
  const led = city ? 'all' : regionsOf(actor, 'regionLead');
  if (led !== 'all' && led.length === 0) return [];
  const regions = await db
    .selectFrom('region')
    .select(['id as regionId', 'name_zh as zh'])
    .$if(led !== 'all', (query) => query.where('id', 'in', led === 'all' ? [] : [...led]))
    .orderBy('sort')
    .execute();
  return [...(city ? [{ regionId: null, zh: '全市' }] : []), ...regions];
}
