import { attachFile, writtenAnnouncement } from '../announcements';
import type { TestServer } from '../server';
import type { Cast } from './cast';

/** Of the region, by its lead. */
export type Announcements = {
  /** A draft with a file. */
  draft: { announcementId: string; version: number; accepted: string };
  /** A file that is on its way into another draft. */
  sending: string;
  /** One that everybody reads, with its file. */
  published: { announcementId: string; version: number; open: string };
};

export async function makeAnnouncements(server: TestServer, { lead, region }: Cast): Promise<Announcements> {
  const draft = await writtenAnnouncement(server, lead, region, { title: '报名辅导改到下午' });
  const accepted = await attachFile(server, lead, draft);
  const { uploadId: sending } = await server.ask<{ uploadId: string }>(lead, 'competition/beginAnnouncementFile', {
    announcementId: await writtenAnnouncement(server, lead, region),
    slot: 'attachment',
    name: '安排.pdf',
    size: 1000,
  });
  const announcementId = await writtenAnnouncement(server, lead, region);
  const open = await attachFile(server, lead, announcementId, '辅导安排.pdf');
  await server.ask(lead, 'competition/publishAnnouncement', { announcementId, version: 1 });
  return {
    draft: { announcementId: draft, version: 1, accepted },
    sending,
    published: { announcementId, version: 2, open },
  };
}
