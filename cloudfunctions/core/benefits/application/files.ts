import { type ApplicationKind, codeOf, type KindSlot } from '@shared/benefits/application/kind';
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
import { readUploadRows } from '../../files/upload-rows';
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
    const sent = await sendUpload(call, owner, input, async () =>
      kind.slots.some((slot) => isSlotOpen(kind, application, slot)),
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

/** Its applicant opens any; an office those of slots that it sees, and what was handed in alone. */
export const openFile = finishingProcedure(
  benefitsContract.openFile,
  applicationOfUpload,
  (call, { uploadId }, application) => {
    const { kind, owner } = ownOf(application);
    const party = partyOf(call, kind, application);
    return findMaterial(call, owner, uploadId, {
      async sees() {
        if (party === 'applicant') return true;
        const upload = (await readUploadRows(call.db, application.applicationId)).find(({ id }) => id === uploadId);
        const slot = kind.slots.find(({ code }) => code === upload?.slot);
        return (
          upload !== undefined &&
          party !== null &&
          slot?.sight.includes(party) === true &&
          (upload.frozen_in !== null || slot.opensIn !== undefined)
        );
      },
      inNameOf: () => (party === 'applicant' ? null : { regionId: application.regionId }),
    });
  },
  addressOf,
);
