import type { ApplicationKind, KindSlot } from '@shared/benefits/application/kind';
import { benefitsContract } from '@shared/benefits/contract';
import { formatFullDateZh, shanghaiDate } from '@shared/kernel/shanghai';
import { standsOf } from '../../awards/queries';
import { giveAgain, givenFiles } from '../../files/given-files';
import { readUploadRows, type UploadRow } from '../../files/upload-rows';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { ownOf } from './files';
import { isSlotOpen } from './form';
import { type ApplicationHead, applicationOf } from './subjects';

/** A document of the applicant's that a slot may take, with where it comes from. */
type Given = { upload: UploadRow; sourceZh: string };

/** How many a slot offers. */
const most = 4;

/** Of what somebody gave a document, in words, and by which names its slots ask for documents; null: by their codes. */
type Place = { zh: ReadonlyArray<string | null>; slots: readonly KindSlot[] | null };

/** Where the applicant gave documents before: entries of theirs that took part, and their other applications. */
async function placesOf(call: Call, { applicationId }: ApplicationHead): Promise<ReadonlyMap<string, Place>> {
  const [stands, others] = await Promise.all([
    standsOf(call.db, me(call)),
    call.db
      .selectFrom('application')
      .select(['id', 'kind', 'reference'])
      .where('applicant_id', '=', me(call))
      .where('id', '<>', applicationId)
      .orderBy('changed_at', 'desc')
      .limit(30)
      .execute(),
  ]);
  return new Map([
    ...stands.map(({ entryId, reference }): [string, Place] => [entryId, { zh: ['报名表', reference], slots: null }]),
    ...others.map((row): [string, Place] => {
      const { kind } = ownOf(row);
      return [row.id, { zh: [kind.zh, row.reference], slots: kind.slots }];
    }),
  ]);
}

/**
 * What may be given again in each open slot, newest first. A document is known by its slot's own name for it: that of a slot of an entry, or `document` in a
 * kind. What stands in the slot already, and what it would not take from a phone, is not offered.
 */
export async function givenIn(
  call: Call,
  kind: ApplicationKind,
  application: ApplicationHead,
  uploads: readonly UploadRow[],
): Promise<ReadonlyMap<string, readonly Given[]>> {
  const asking = kind.slots.filter((slot) => slot.document !== undefined && isSlotOpen(kind, application, slot));
  if (asking.length === 0) return new Map();
  const places = await placesOf(call, application);
  const files = await givenFiles(call.db, [...places.keys()]);
  const offeredIn = (slot: KindSlot): Given[] => {
    const seen = new Set(
      uploads.filter((each) => each.slot === slot.code && each.removed_at === null).map(({ sha256 }) => sha256),
    );
    return files.flatMap((upload): Given[] => {
      const place = places.get(upload.subject_id);
      const document =
        place?.slots == null ? upload.slot : place.slots.find(({ code }) => code === upload.slot)?.document;
      const fits = slot.kinds.includes(upload.kind ?? '') && (upload.size ?? 0) <= slot.maxBytes;
      if (!place || document !== slot.document || !fits || seen.has(upload.sha256)) return [];
      seen.add(upload.sha256);
      const on = formatFullDateZh(shanghaiDate(upload.finished_at ?? upload.begun_at));
      return [{ upload, sourceZh: `${place.zh.filter(Boolean).join(' ')}，${on}上传` }];
    });
  };
  return new Map(asking.map((slot) => [slot.code, offeredIn(slot).slice(0, most)]));
}

/** Gives one of them: asked again under the application's lock, so that only what is offered now is taken. */
export const giveDocument = procedure(
  benefitsContract.giveAgain,
  applicationOf,
  async (call, { slot: code, uploadId }, application) => {
    const { kind, owner } = ownOf(application);
    const slot = kind.slots.find((each) => each.code === code);
    if (!slot || !isSlotOpen(kind, application, slot)) throw new Refused('FORM_SECTION_CLOSED');
    const uploads = await readUploadRows(call.db, application.applicationId);
    const offered = await givenIn(call, kind, application, uploads);
    const given = offered.get(code)?.find(({ upload }) => upload.id === uploadId);
    const subjectId = application.applicationId;
    if (!given || !(await giveAgain(call, owner, { subjectId, slot, uploads }, given.upload, given.sourceZh)))
      throw new Refused('BENEFITS_NOT_GIVEN');
    return { ok: true as const };
  },
);
