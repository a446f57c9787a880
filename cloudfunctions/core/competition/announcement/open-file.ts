import { competitionContract } from '@shared/competition/contract';
import { addressOf } from '../../files/open-material';
import { findPublicFile } from '../../files/open-public';
import { finishingProcedure, type Load } from '../../rpc/procedure';
import { editionOfUpload, isHandedOut, readsTemplates } from '../editions/template-rows';
import { announcementOfUpload, keeps } from './subjects';

/** A file that this reader may have without saying who they are; null: there is none such. */
const publicFile: Load<{ uploadId: string }, object> = async (call, { uploadId }) => {
  const announcement = await announcementOfUpload(call, { uploadId }, false);
  if (announcement !== null) return announcement.state === 'published' || keeps(call, announcement) ? {} : null;
  if (await isHandedOut(call, uploadId)) return {};
  return readsTemplates(call) && (await editionOfUpload(call, { uploadId }, false)) !== null ? {} : null;
};

export const openPublicFile = finishingProcedure(
  competitionContract.openPublicFile,
  publicFile,
  (call, { uploadId }) => findPublicFile(call, uploadId),
  addressOf,
);
