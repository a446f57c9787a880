import { sendBytes } from './entry-factory';
import { makePdf } from './sample-files/pdf';
import type { TestServer } from './server';

type Begun = { uploadId: string };

export const announcementText = {
  title: '资格审核窗口周六上午开放',
  body: '11月28日（周六）09:00 至 12:00，蒲县创业服务窗口照常收件。',
};

/** A draft for a region, or for all (null), by who may write one there. */
export async function writtenAnnouncement(
  server: TestServer,
  as: string,
  regionId: string | null,
  more: Partial<typeof announcementText> = {},
): Promise<string> {
  const input = { regionId, ...announcementText, ...more };
  const { announcementId } = await server.ask<{ announcementId: string }>(as, 'competition/writeAnnouncement', input);
  return announcementId;
}

/** Sends a file along with it, wholly. Answers the upload. */
export async function attachFile(
  server: TestServer,
  as: string,
  announcementId: string,
  name = '安排.pdf',
): Promise<string> {
  const bytes = makePdf();
  const announced = { announcementId, slot: 'attachment', name, size: bytes.length };
  const { uploadId } = await server.ask<Begun>(as, 'competition/beginAnnouncementFile', announced);
  await sendBytes(server, as, uploadId, [bytes]);
  await server.ask(as, 'competition/finishAnnouncementFile', { uploadId });
  return uploadId;
}

/** The same, published. Answers its id and version. */
export async function publishedAnnouncement(
  server: TestServer,
  as: string,
  regionId: string | null,
  more: Partial<typeof announcementText> = {},
): Promise<{ announcementId: string; version: number }> {
  const announcementId = await writtenAnnouncement(server, as, regionId, more);
  const { version } = await server.ask<{ version: number }>(as, 'competition/publishAnnouncement', {
    announcementId,
    version: 1,
  });
  return { announcementId, version };
}
