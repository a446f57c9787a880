import { competitionContract } from '@shared/competition/contract';
import { sql } from 'kysely';
import { addressOf } from '../../files/open-material';
import { findPublicFile } from '../../files/open-public';
import { json } from '../../platform/schema';
import type { Call } from '../../rpc/call';
import { finishingProcedure, type Load } from '../../rpc/procedure';
import { announcementOfUpload, keeps } from './subjects';

/** Whether a guide of an edition hands this file out as a template. */
async function isTemplate({ db }: Call, uploadId: string): Promise<boolean> {
  const { rows } = await sql`select from edition d
    where d.blueprint -> 'guide' -> 'templates' @> ${json([{ uploadId }])}::jsonb limit 1`.execute(db);
  return rows.length > 0;
}

/** A file that this reader may have without saying who they are; null: there is none such. */
const publicFile: Load<{ uploadId: string }, object> = async (call, { uploadId }) => {
  const announcement = await announcementOfUpload(call, { uploadId }, false);
  if (announcement !== null) return announcement.state === 'published' || keeps(call, announcement) ? {} : null;
  return (await isTemplate(call, uploadId)) ? {} : null;
};

export const openPublicFile = finishingProcedure(
  competitionContract.openPublicFile,
  publicFile,
  (call, { uploadId }) => findPublicFile(call, uploadId),
  addressOf,
);
