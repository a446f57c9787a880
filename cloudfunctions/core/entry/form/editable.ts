import type { SectionName } from '@shared/entry/sections';
import { type Call, me } from '../../rpc/call';
import type { EntryHead } from '../subjects';
import { neededSlots } from './asked-slots';
import type { FormState } from './form-state';

/**
 * Which parts stand open: all of a draft; of a returned entry those that the one-time notice names and what
 * must change with them; else none.
 */
export function isOpen(form: FormState, section: SectionName): boolean {
  if (form.head.state === 'draft') return true;
  if (form.head.state !== 'returned') return false;
  return isNamed(form, section) || mustFollow(form, section);
}

/** Has the time passed in which the team may send this in: sign-up of a draft, the term of a correction? The instants are exclusive. */
export const isTimeOver = ({ head }: Pick<FormState, 'head'>, now: number): boolean =>
  head.state === 'draft'
    ? head.signUp !== null && now >= head.signUp.closesAt
    : head.state === 'returned' && head.correctionDueAt !== null && now >= head.correctionDueAt;

const isNamed = (form: FormState, section: SectionName): boolean =>
  form.notice?.faults.some((fault) => fault.section === section) ?? false;

/** A correction that makes another part necessary must be able to reach it, or nobody could ever resubmit. */
function mustFollow(form: FormState, section: SectionName): boolean {
  switch (section) {
    case 'declaration':
      // Signed with the leader's name, which may be what was wrong.
      return isNamed(form, 'leader');
    case 'entity':
      // Another group asks for a registered entity of which nothing was submitted yet.
      return isNamed(form, 'project') && !form.submitted?.parts.some((part) => part.section === 'entity');
    case 'materials':
      return (['project', 'leader', 'jobs'] as const).some((named) => isNamed(form, named)) && needsNewFile(form);
    default:
      return false;
  }
}

/** Does the form now need a file in a slot of which none was ever submitted? */
const needsNewFile = (form: FormState): boolean =>
  neededSlots(form).some(({ code }) => !form.uploads.some((u) => u.slot === code && u.frozen_in !== null));

export const isLeader = (call: Call, head: EntryHead): boolean => head.leaderId === me(call);
/** Does the caller fill in what they began at the counter, while nobody has confirmed it? */
const isHelper = (call: Call, head: EntryHead): boolean => head.leaderId === null && head.helperId === me(call);
export const canEdit = (call: Call, head: EntryHead): boolean =>
  isLeader(call, head) || head.editorIds.includes(me(call)) || isHelper(call, head);
