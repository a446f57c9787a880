import type { Finding } from '@shared/entry/eligibility';
import { birthDateBy, paperNamed } from '@shared/kernel/identity-paper';
import { isDate } from '@shared/kernel/shanghai';
import { type MaterialView, presentMaterial } from '../../files/present-material';
import { readUploadRows } from '../../files/upload-rows';
import { unsealFrozen } from '../../forms/sealed-values';
import { type Frozen, readFrozen } from '../../forms/snapshots';
import type { Call } from '../../rpc/call';
import { groupOf, readEditionRules } from '../form/edition-rules';
import { eligibilityBy } from '../form/judge-form';
import { sealedOwner } from '../form/sealed-owner';
import type { EntryHead } from '../subjects';
import { type MemberView, presentMember } from '../team/present-member';

/** The latest submission of an entry as it was frozen, with its sealed values: all that staff ever read of an entry. */
export type Submission = Frozen;

/** Null when nothing was ever submitted. Whether it was taken back since, `isRecalled` says. */
export const readSubmission = (call: Call, head: EntryHead): Promise<Submission | null> =>
  readFrozen(call, head.entryId);

/** Taken back by its leader and not sent again: nobody but the team reads what was in it. */
export const isRecalled = (head: Pick<EntryHead, 'recalledAt'>): boolean => head.recalledAt !== null;

/** How staff call an entry. */
export const titleForStaff = (head: Pick<EntryHead, 'title' | 'recalledAt'>): string =>
  isRecalled(head) ? '已撤回的项目' : head.title;

const linesOf = ({ parts }: Submission, section: string) => parts.find((part) => part.section === section)?.lines ?? [];

/** What a submission says in one field, in the words that were frozen; '' when it says nothing. */
export const frozenText = (submission: Submission, section: string, field: string): string =>
  linesOf(submission, section).find((line) => line.field === field)?.value ?? '';

/** The team of a submission without its leader, phones masked; who left since is shown as of then. */
export async function readMembers(call: Call, head: EntryHead, submission: Submission): Promise<MemberView[]> {
  const ids = linesOf(submission, 'team').map(({ field }) => field);
  if (ids.length === 0) return [];
  const rows = await call.db
    .selectFrom('entry_member')
    .selectAll()
    .where('entry_id', '=', head.entryId)
    .where('id', 'in', ids)
    .orderBy('joined_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => presentMember(call, row));
}

/** The files of a submission; what was sent before or is being prepared is not staff's. */
export async function readMaterials(call: Call, head: EntryHead, submission: Submission): Promise<MaterialView[]> {
  const all = await readUploadRows(call.db, head.entryId);
  return all
    .filter(({ id }) => holdsFile(submission, id))
    .map((upload) => ({
      ...presentMaterial(upload, all),
      current: true,
      ...(upload.marks.length === 0 ? {} : { marks: upload.marks }),
    }));
}

/** Did a submission freeze this upload? */
export const holdsFile = ({ files }: Submission, uploadId: string): boolean =>
  files.some((file) => file.uploadId === uploadId);

/** What the rules of taking part say of a submission today: passed, failed, or left to staff. */
export async function readEligibility(call: Call, head: EntryHead, submission: Submission): Promise<Finding[]> {
  const rules = await readEditionRules(call.db, head.contestId, head.rulesVersion);
  const group = rules && groupOf(rules, head.groupCode);
  if (!group) return [];
  const id = submission.sealed.get('leader.idNumber');
  const number = id ? unsealFrozen(call, sealedOwner(head.entryId), submission.n, 'leader.idNumber', id) : null;
  const paper = paperNamed(frozenText(submission, 'leader', 'idKind'));
  const registered = frozenText(submission, 'entity', 'registrationDate');
  return eligibilityBy(call, rules, {
    group,
    trackCode: head.trackCode,
    paper,
    birthDate: birthDateBy(paper, number, frozenText(submission, 'leader', 'birthDate')),
    registrationDate: isDate(registered) ? registered : null,
    members: linesOf(submission, 'team').length,
  });
}

/** Opens one sealed value of a submission, null when it holds none. The caller has decided that it may be seen, and logs it. */
export function openFrozen(call: Call, head: EntryHead, submission: Submission, field: string): string | null {
  const value = submission.sealed.get(field);
  return value ? unsealFrozen(call, sealedOwner(head.entryId), submission.n, field, value) : null;
}
