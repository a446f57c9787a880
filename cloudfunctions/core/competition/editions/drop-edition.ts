import { competitionContract } from '@shared/competition/contract';
import { sql } from 'kysely';
import { dropSubjects } from '../../cases/add-subjects';
import { deleteUploads } from '../../files/leaving/leave-files';
import { audit } from '../../platform/audit/audit';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { editionOfTracks, insistDraft } from './edition-rows';
import { presentEdition } from './present-edition';

/** Deletes a draft that was never published, with its contests; the audit says that there was one. */
export const dropEdition = procedure(competitionContract.dropEdition, editionOfTracks, async (call, input, edition) => {
  insistDraft(edition);
  if (edition.version !== input.version) {
    throw new Refused('CASE_STALE', undefined, undefined, await presentEdition(call, edition));
  }
  await audit(call, `edition:${edition.id}`, 'competition/dropEdition', {});
  await sql`delete from contest_track where edition_id = ${edition.id}`.execute(call.db);
  await sql`delete from phase where contest_id in (select id from contest where edition_id = ${edition.id})`.execute(
    call.db,
  );
  await sql`delete from contest where edition_id = ${edition.id}`.execute(call.db);
  await sql`delete from track where edition_id = ${edition.id}`.execute(call.db);
  await sql`delete from edition_part where edition_id = ${edition.id}`.execute(call.db);
  await sql`delete from edition where id = ${edition.id}`.execute(call.db);
  if (edition.subject_id === null) return { ok: true as const };
  await deleteUploads(call.db, edition.subject_id, call.now);
  await dropSubjects(call, [edition.subject_id]).execute();
  return { ok: true as const };
});
