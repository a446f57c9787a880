import { announcementLifecycle } from '@shared/competition/announcement/lifecycle';
import { announcementSlots } from '@shared/competition/announcement/slots';
import type { AnnouncementSubject } from '@shared/competition/announcement/subject';
import { competitionContract } from '@shared/competition/contract';
import { begin } from '../../cases/begin';
import { end } from '../../cases/end';
import { move } from '../../cases/move';
import { insistVersion } from '../../cases/stale';
import { beginUpload, isThereRoom } from '../../files/begin-upload';
import { cancelUpload } from '../../files/cancel-upload';
import { isWaiting } from '../../files/current-material';
import { judgeSent, sendUpload } from '../../files/finish-upload';
import { deleteUploads } from '../../files/leaving/leave-files';
import { removeMaterial } from '../../files/remove-material';
import { readUploadRows } from '../../files/upload-rows';
import { askingProcedure, finishingProcedure, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { currentEdition } from '../queries';
import { announcementFiles } from './files';
import { announcementNoun } from './moves';
import { announcementOf, announcementOfUpload, placeOf } from './subjects';

/** Begins a draft; it may never be published. */
export const writeAnnouncement = procedure(
  competitionContract.writeAnnouncement,
  placeOf,
  async (call, { title, body }, { regionId }) => {
    const edition = await currentEdition(call.db);
    if (!edition) throw new Refused('COMPETITION_NO_EDITION');
    const row = { edition_id: edition.editionId, region_id: regionId, title, body };
    return { announcementId: await begin(call, announcementNoun, row, { editionId: edition.editionId, regionId }) };
  },
);

export const editAnnouncement = procedure(
  competitionContract.editAnnouncement,
  announcementOf,
  (call, { version, title, body }, announcement) =>
    move(call, announcementNoun, announcement, { command: 'edit', version }, async () => ({ set: { title, body } })),
);

/** From now on it is there for everybody, and those concerned are told. */
export const publishAnnouncement = procedure(
  competitionContract.publishAnnouncement,
  announcementOf,
  (call, { version }, announcement) =>
    move(call, announcementNoun, announcement, { command: 'publish', version }, async () => {
      const uploads = await readUploadRows(call.db, announcement.announcementId);
      if (uploads.some((upload) => isWaiting(upload, call.now))) throw new Refused('ANNOUNCEMENT_FILE_WAITING');
      return {};
    }),
);

export const withdrawAnnouncement = procedure(
  competitionContract.withdrawAnnouncement,
  announcementOf,
  (call, { version }, announcement) => move(call, announcementNoun, announcement, { command: 'withdraw', version }),
);

/** Deletes a draft that nobody but its keepers ever saw. */
export const deleteAnnouncement = procedure(
  competitionContract.deleteAnnouncement,
  announcementOf,
  async (call, { version }, announcement) => {
    await insistVersion(call, announcementNoun, announcement, version);
    if (announcement.publishedAt !== null) throw new Refused('ANNOUNCEMENT_ONCE_PUBLISHED');
    await deleteUploads(call.db, announcement.announcementId, call.now);
    await end(call, announcementNoun, announcement, 'delete');
    return { ok: true as const };
  },
);

const insistEditable = ({ state }: AnnouncementSubject): void => {
  if (!announcementLifecycle.states[state].editable) throw new Refused('ANNOUNCEMENT_PUBLISHED');
};

export const beginAnnouncementFile = askingProcedure(
  competitionContract.beginAnnouncementFile,
  announcementOf,
  isThereRoom,
  async (call, input, announcement, room) => {
    insistEditable(announcement);
    const subjectId = announcement.announcementId;
    const uploads = await readUploadRows(call.db, subjectId);
    return beginUpload(call, announcementFiles, { subjectId, slots: announcementSlots, uploads }, input, room);
  },
);

export const finishAnnouncementFile = finishingProcedure(
  competitionContract.finishAnnouncementFile,
  announcementOfUpload,
  (call, input, { state }) =>
    sendUpload(call, announcementFiles, input, async () => announcementLifecycle.states[state].editable === true),
  judgeSent(announcementFiles),
);

export const cancelAnnouncementFile = procedure(
  competitionContract.cancelAnnouncementFile,
  announcementOfUpload,
  (call, { uploadId }) => cancelUpload(call, uploadId),
);

export const removeAnnouncementFile = procedure(
  competitionContract.removeAnnouncementFile,
  announcementOfUpload,
  async (call, { uploadId }, announcement) => {
    insistEditable(announcement);
    await removeMaterial(call, announcementFiles, uploadId);
    return { ok: true as const };
  },
);
