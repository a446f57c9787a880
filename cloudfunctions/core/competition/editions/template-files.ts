import { competitionContract } from '@shared/competition/contract';
import { templateSlot, templatesIn } from '@shared/competition/edition/template-files';
import type { Values } from '@shared/competition/edition/values';
import { hasRoleAnywhere } from '@shared/kernel/actor';
import { sql } from 'kysely';
import { beginUpload, isThereRoom } from '../../files/begin-upload';
import { cancelUpload } from '../../files/cancel-upload';
import { currentUploads } from '../../files/current-material';
import type { FileOwner } from '../../files/file-owner';
import { judgeSent, sendUpload } from '../../files/finish-upload';
import { presentMaterials } from '../../files/present-material';
import { removeMaterial } from '../../files/remove-material';
import { holdGrants } from '../../platform/identity';
import type { Call } from '../../rpc/call';
import { askingProcedure, finishingProcedure, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type EditionRow, editionOf } from './edition-rows';
import { editionOfUpload, subjectOf, templateRows, unnamedOf } from './template-rows';

/** The template files of an edition's guide: of the city's staff, while the edition is not over. */
export const editionFiles: FileOwner = {
  kind: 'edition',
  most: { begun: 40, bytes: 400 * 1024 ** 2, zh: '这一届' },
  lock: (id) => sql`select from edition where subject_id = ${id} for update`,
  slot: async (_db, _id, code) => (code === templateSlot.code ? templateSlot : null),
  async admits(call, subjectId, personId) {
    const edition = await call.db
      .selectFrom('edition')
      .select('status')
      .where('subject_id', '=', subjectId)
      .executeTakeFirst();
    const actor = { personId, grants: await holdGrants(call.db, personId, call.now) };
    if (!edition || !hasRoleAnywhere(actor, 'cityStaff')) return 'hidden';
    return edition.status === 'past' ? 'closed' : 'open';
  },
};

const insistNotOver = ({ status }: EditionRow): void => {
  if (status === 'past') throw new Refused('COMPETITION_EDITION_OVER');
};

export const templateFiles = procedure(competitionContract.templateFiles, editionOf, async (call, _input, edition) => ({
  files: presentMaterials(await templateRows(call.db, edition)),
}));

export const beginTemplateFile = askingProcedure(
  competitionContract.beginTemplateFile,
  editionOf,
  isThereRoom,
  async (call, input, edition, room) => {
    insistNotOver(edition);
    const uploads = await templateRows(call.db, edition);
    const subjectId = await subjectOf(call, edition);
    return beginUpload(call, editionFiles, { subjectId, slots: [templateSlot], uploads }, input, room);
  },
);

export const finishTemplateFile = finishingProcedure(
  competitionContract.finishTemplateFile,
  editionOfUpload,
  (call, input, { status }) => sendUpload(call, editionFiles, input, async () => status !== 'past'),
  judgeSent(editionFiles),
);

export const cancelTemplateFile = procedure(
  competitionContract.cancelTemplateFile,
  editionOfUpload,
  (call, { uploadId }) => cancelUpload(call, uploadId),
);

export const removeTemplateFile = procedure(
  competitionContract.removeTemplateFile,
  editionOfUpload,
  async (call, { uploadId }, edition) => {
    insistNotOver(edition);
    if ((await unnamedOf(call, [uploadId])).length === 0) throw new Refused('COMPETITION_TEMPLATE_NAMED');
    await removeMaterial(call, editionFiles, uploadId);
    return { ok: true as const };
  },
);

/** The files that a guide as it is typed may name: those that it named before, and accepted ones of this edition; others are no items. */
export async function knownTemplates(call: Call, edition: EditionRow, typed: Values, stood: Values): Promise<string[]> {
  const accepted = currentUploads(await templateRows(call.db, edition), templateSlot.code).map(({ id }) => id);
  const known = new Set([...templatesIn(stood), ...accepted]);
  return templatesIn(typed).filter((uploadId) => known.has(uploadId));
}

/** Files of this edition that the guide named before and that no guide names any more go with their bytes. The guide as it now stands is written. */
export async function dropUnnamed(call: Call, edition: EditionRow, before: Values, after: Values): Promise<void> {
  const own = new Set((await templateRows(call.db, edition)).map(({ id }) => id));
  const still = templatesIn(after);
  const gone = templatesIn(before).filter((uploadId) => own.has(uploadId) && !still.includes(uploadId));
  if (gone.length === 0) return;
  for (const uploadId of await unnamedOf(call, gone)) await removeMaterial(call, editionFiles, uploadId);
}
