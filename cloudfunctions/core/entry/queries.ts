import type { Finding } from '@shared/entry/eligibility';
import { fieldsOf } from '@shared/entry/fields';
import { type SectionName, sectionZh } from '@shared/entry/sections';
import type { Call } from '../call';
import { type FormState, readForm, readMemberRows, readUploadRows } from './form-state';
import { eligibilityOf, judgeForm } from './judge-form';
import { type MaterialView, presentFrozenMaterials } from './present-material';
import { type MemberView, presentMember } from './present-member';
import { memberPhoneField, unseal } from './sealed-fields';
import { describeForm } from './snapshot';
import type { EntryHead } from './subjects';

/** What later areas may read of an entry. They move it through `moves.ts` and never write its rows. */
export { checkWaitingUploads } from './check-waiting-uploads';
export { eraseLeaving } from './erase-leaving';
export { leaveFilesOf } from './leave-files';
export { latestSnapshots, readSnapshot, type Snapshot } from './read-snapshots';
export { type EntryHead, entryHead, entryHeads, entryOf, type UploadHead, uploadOf } from './subjects';
export { sweepLeftovers } from './sweep-leftovers';
export { readTimeline, type TimelineItem } from './timeline';

export type SectionLines = {
  section: SectionName;
  zh: string;
  lines: Array<{ field: string; label: string; value: string; sealed: boolean }>;
};

/** The form as it stands now, as lines to read, sealed values masked. What was submitted stands in `readSnapshot`. */
export async function readSections(call: Call, head: EntryHead): Promise<SectionLines[]> {
  const form = await readForm(call, head);
  return describeForm(form, judgeForm(call, form).sections).map(({ section, lines }) => ({
    section,
    zh: sectionZh[section],
    lines: lines.map((line) => ({ ...line, sealed: isSealed(section, line.field) })),
  }));
}

/** Is this field of a section kept encrypted, so that it can be revealed by a logged act? */
export const isSealed = (section: SectionName, field: string): boolean =>
  fieldsOf[section].some(({ name, input }) => name === field && input === 'sealed');

/** Every version of a file that some submission froze; `current` is the one that stands now. */
export const readMaterials = async (call: Call, entryId: string): Promise<MaterialView[]> =>
  presentFrozenMaterials(await readUploadRows(call.db, entryId));

/** The team without its leader, phones masked. */
export const readMembers = async (call: Call, entryId: string): Promise<MemberView[]> =>
  (await readMemberRows(call, entryId)).map((member) => presentMember(call, member));

/** What the rules of taking part say of the form as it stands: passed, failed, or left to staff. */
export async function readEligibility(call: Call, head: EntryHead): Promise<Finding[]> {
  const form: FormState = await readForm(call, head);
  return eligibilityOf(call, form);
}

/**
 * Opens one sealed value: `leader.idNumber`, `leader.phone`, `member.<memberId>.phone`; null when there is none. The caller
 * has decided that it may be seen, and writes it into the audit.
 */
export async function readSealed(call: Call, entryId: string, field: string): Promise<string | null> {
  const sealed = field.startsWith('member.')
    ? (await readMemberRows(call, entryId)).find(({ id }) => memberPhoneField(id) === field)?.phone_sealed
    : (
        await call.db
          .selectFrom('entry_sealed')
          .select('sealed')
          .where('entry_id', '=', entryId)
          .where('field', '=', field)
          .executeTakeFirst()
      )?.sealed;
  return sealed === undefined ? null : unseal(call, entryId, field, sealed);
}
