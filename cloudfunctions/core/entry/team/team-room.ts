import { type Refusal, refuse } from '@shared/kernel/result';
import { Refused } from '../../rpc/refused';
import { isOpen } from '../form/editable';
import { chosenGroup, type FormState } from '../form/form-state';

/** Refuses when the team's part is closed. */
export function insistTeamOpen(form: FormState): void {
  if (!isOpen(form, 'team')) throw new Refused('FORM_SECTION_CLOSED');
}

/** Refuses when the group takes nobody more; the leader counts (rules §2.2). The entry's row must be locked. */
export function insistRoom(form: FormState): void {
  const full = refuseFull(form);
  if (full) throw new Refused(full.code, full.message);
}

/** Why nobody can join now, for whoever is about to try; null while there is room. */
export const joiningClosed = (form: FormState): string | null =>
  isOpen(form, 'team') ? (refuseFull(form)?.message ?? null) : '项目已提交，现在不能加入';

function refuseFull(form: FormState): Refusal | null {
  const group = chosenGroup(form);
  if (!group || form.members.length + 1 < group.teamMax) return null;
  return refuse('ENTRY_TEAM_FULL', `${group.zh}每队最多 ${group.teamMax} 人（含负责人），已满`);
}
