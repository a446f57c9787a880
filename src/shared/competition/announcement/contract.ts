import * as z from 'zod/mini';
import { offeredMove, staleMove, standing, timelineItem } from '../../cases/contract';
import { announced, begun, materialView, ofUpload, openedFile, sent } from '../../files/contract';
import { announcedFiles, unarrived, unready } from '../../files/refusals';
import { change, cursor, done, instant, machineText, phrase, read, uuid, version, words } from '../../kernel/contract';

/** A line about one that is published: where it is of (null: all regions), and its day. */
export const announcementLine = z.object({
  announcementId: uuid,
  regionId: z.nullable(z.string()),
  regionZh: z.nullable(z.string()),
  title: z.string(),
  publishedAt: instant,
});

const attached = z.object({ uploadId: uuid, name: z.string(), size: z.int(), kind: z.string() });

/** One that is published, as anybody reads it. */
export const announcementView = z.object({
  ...announcementLine.shape,
  body: z.string(),
  file: z.nullable(attached),
});

/** One as those who keep it see it, whatever its state. */
export const keptAnnouncement = z.object({
  announcementId: uuid,
  regionId: z.nullable(z.string()),
  regionZh: z.nullable(z.string()),
  ...standing.shape,
  title: z.string(),
  body: z.string(),
  publishedAt: z.nullable(instant),
  version,
  moves: z.array(offeredMove),
  files: z.array(materialView),
  timeline: z.array(timelineItem),
});

const keptRow = z.object({
  id: uuid,
  regionZh: z.nullable(z.string()),
  stateZh: z.string(),
  tone: standing.shape.tone,
  title: z.string(),
  publishedAt: z.nullable(instant),
});

const moved = z.object({ announcementId: uuid, state: z.string(), stateZh: z.string(), version });
const ofOne = z.object({ announcementId: uuid });
const byVersion = z.object({ announcementId: uuid, version });
const texts = { title: phrase(40), body: words(2000) };

const shut = { status: 422, message: '公告已经发布，要修改请先撤回' };
const refusedMoves = {
  ...staleMove('公告'),
  ANNOUNCEMENT_MOVE_NOT_ALLOWED: { status: 422, message: '公告的状态已变，不能这样办。请刷新后再看' },
  ANNOUNCEMENT_EDITION_OVER: { status: 422, message: '往届的公告不能再改' },
};

export const announcementContract = {
  /** Those that the asker keeps, drafts among them, the newest first. */
  announcements: read
    .input(z.object({ cursor }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(
      z.object({
        items: z.array(keptRow),
        next: z.nullable(z.string()),
        /** For whom the asker may write one; null: for all regions. */
        places: z.array(z.object({ regionId: z.nullable(z.string()), zh: z.string() })),
      }),
    ),
  /** Anybody's: all that are published in the running edition, of a region with the city's or of everywhere, the newest first. */
  publishedAnnouncements: read
    .input(z.object({ cursor, regionId: z.nullish(machineText(20)) }))
    .errors({ CURSOR_OUTDATED: { status: 422, message: '列表有更新，请下拉刷新' } })
    .output(z.object({ items: z.array(announcementLine), next: z.nullable(z.string()) })),
  keptAnnouncement: read.input(ofOne).output(keptAnnouncement),
  /** Anybody's: one that is published. */
  announcement: read.input(ofOne).output(announcementView),
  /** Begins a draft for a region, or for all (null). */
  writeAnnouncement: change
    .input(z.object({ regionId: z.nullable(machineText(20)), ...texts }))
    .errors({ COMPETITION_NO_EDITION: { status: 422, message: '目前没有正在进行的大赛，不能发公告' } })
    .output(ofOne),
  editAnnouncement: change
    .input(z.object({ ...byVersion.shape, ...texts }))
    .errors(refusedMoves)
    .output(moved),
  publishAnnouncement: change
    .input(byVersion)
    .errors({
      ...refusedMoves,
      ANNOUNCEMENT_FILE_WAITING: { status: 422, message: '附件还没有传完或检查完，请稍后再发布' },
    })
    .output(moved),
  withdrawAnnouncement: change.input(byVersion).errors(refusedMoves).output(moved),
  /** One that was never published goes with its file. */
  deleteAnnouncement: change
    .meta({ change: true, endsAccess: true })
    .input(byVersion)
    .errors({
      ...staleMove('公告'),
      ANNOUNCEMENT_ONCE_PUBLISHED: { status: 422, message: '发布过的公告不能删除，可以撤回' },
    })
    .output(done),
  beginAnnouncementFile: change
    .input(z.object({ announcementId: uuid, ...announced }))
    .errors({ ...announcedFiles, ANNOUNCEMENT_PUBLISHED: shut })
    .output(begun),
  finishAnnouncementFile: change.input(sent).errors(unarrived).output(materialView),
  cancelAnnouncementFile: change.input(ofUpload).output(done),
  removeAnnouncementFile: change.input(ofUpload).errors({ ANNOUNCEMENT_PUBLISHED: shut }).output(done),
  /** Opens a file that is there for everybody: an announcement's while it is published, a template of a guide; for who keeps it, also before. */
  openPublicFile: read.input(ofUpload).errors(unready).output(openedFile),
};
