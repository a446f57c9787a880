import { type ApplicationKind, codeOf, type KindSlot } from '@shared/benefits/application/kind';
import type { Party } from '@shared/benefits/application/subject';
import { applicant } from '@shared/benefits/application/who';
import { benefitsContract } from '@shared/benefits/contract';
import { kindOf, kinds } from '@shared/benefits/kinds';
import { sql } from 'kysely';
import { beginUpload as announce, isThereRoom } from '../../files/begin-upload';
import { cancelUpload as cancel } from '../../files/cancel-upload';
import { admitting, type FileOwner } from '../../files/file-owner';
import { judgeSent, sendUpload } from '../../files/finish-upload';
import { addressOf, findMaterial } from '../../files/open-material';
import { removeMaterial as remove } from '../../files/remove-material';
import { readUploadRows, type UploadRow } from '../../files/upload-rows';
import { type Frozen, readFrozen } from '../../forms/snapshots';
import { askingProcedure, finishingProcedure, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { isSlotOpen } from './form';
import { partyOf } from './parties';
import { type ApplicationHead, applicationOf, applicationOfUpload } from './subjects';

/** Files of a kind: its applicant's, while its form is open. */
export const fileOwnerOf = (kind: ApplicationKind): FileOwner => ({
  kind: codeOf(kind),
  most: { begun: 60, bytes: 500 * 1024 ** 2, zh: '这份申报' },
  lock: (id) => sql`select from application where id = ${id} for update`,
  slot: async (_db, _id, code) => kind.slots.find((slot) => slot.code === code) ?? null,
  admits: admitting(
    (call, applicationId) => applicationOf(call, { applicationId }, false),
    applicant,
    (application, _call, code) => kind.slots.some((slot) => slot.code === code && isSlotOpen(kind, application, slot)),
  ),
});

const owners = new Map(kinds.map((kind) => [codeOf(kind), fileOwnerOf(kind)]));

/** The kind of an application with its files; every row was made of a kind that there is. */
export function ownOf({ kind: code }: Pick<ApplicationHead, 'kind'>) {
  const kind = kindOf(code);
  const owner = owners.get(code);
  if (!kind || !owner) throw new Error(`No kind is called ${code}.`);
  return { kind, owner };
}

/** The slots that take files now; refuses where none does. */
function openSlots(application: ApplicationHead): readonly KindSlot[] {
  const { kind } = ownOf(application);
  const open = kind.slots.filter((slot) => isSlotOpen(kind, application, slot));
  if (open.length === 0) throw new Refused('FORM_SECTION_CLOSED');
  return open;
}

export const beginUpload = askingProcedure(
  benefitsContract.beginUpload,
  applicationOf,
  isThereRoom,
  async (call, input, application, room) => {
    const slots = openSlots(application);
    const { owner } = ownOf(application);
    const uploads = await readUploadRows(call.db, application.applicationId);
    return announce(call, owner, { subjectId: application.applicationId, slots, uploads }, input, room);
  },
);

export const finishUpload = finishingProcedure(
  benefitsContract.finishUpload,
  applicationOfUpload,
  async (call, input, application) => {
    const { kind, owner } = ownOf(application);
    const sent = await sendUpload(call, owner, input, async (code) =>
      kind.slots.some((slot) => slot.code === code && isSlotOpen(kind, application, slot)),
    );
    return { sent, owner };
  },
  (outside, { sent, owner }) => judgeSent(owner)(outside, sent),
);

export const cancelUpload = procedure(benefitsContract.cancelUpload, applicationOfUpload, (call, { uploadId }) =>
  cancel(call, uploadId),
);

export const removeFile = procedure(
  benefitsContract.removeFile,
  applicationOfUpload,
  async (call, { uploadId }, application) => {
    const slots = openSlots(application);
    const upload = (await readUploadRows(call.db, application.applicationId)).find(({ id }) => id === uploadId);
    if (!slots.some(({ code }) => code === upload?.slot)) throw new Refused('FORM_SECTION_CLOSED');
    await remove(call, ownOf(application).owner, uploadId);
    return { ok: true as const };
  },
);

/**
 * What an office is shown of the files and may open: of the slots that it sees those of the latest submission, what lies in one that was opened after it,
 * and what was kept since as evidence, also once it was taken out.
 */
export function filesShown(
  kind: ApplicationKind,
  party: Party,
  uploads: readonly UploadRow[],
  frozen: Pick<Frozen, 'n' | 'files'> | null,
): UploadRow[] {
  const slots = new Map(kind.slots.filter(({ sight }) => sight.includes(party)).map((slot) => [slot.code, slot]));
  return uploads.filter(({ id, slot: code, state, removed_at, frozen_in }) => {
    const slot = slots.get(code);
    if (slot === undefined) return false;
    const kept = removed_at === null || frozen_in === frozen?.n;
    const laterOn = slot.opensIn !== undefined && state === 'accepted' && kept;
    return laterOn || frozen?.files.some(({ uploadId }) => uploadId === id) === true;
  });
}

/** Its applicant opens any; an office what it is shown. */
export const openFile = finishingProcedure(
  benefitsContract.openFile,
  applicationOfUpload,
  (call, { uploadId }, application) => {
    const { kind, owner } = ownOf(application);
    const { applicationId, regionId } = application;
    const party = partyOf(call, kind, application);
    return findMaterial(call, owner, uploadId, {
      async sees() {
        if (party === 'applicant' || party === null) return party !== null;
        const [uploads, frozen] = await Promise.all([
          readUploadRows(call.db, applicationId),
          readFrozen(call, applicationId),
        ]);
        return filesShown(kind, party, uploads, frozen).some(({ id }) => id === uploadId);
      },
      inNameOf: () => (party === 'applicant' ? null : { regionId }),
    });
  },
  addressOf,
);
