import { Refused } from '../refused';
import { isOpen } from './editable';
import { chosenGroup, type FormState } from './form-state';

/** Refuses when the team's part is closed. */
export function insistTeamOpen(form: FormState): void {
  if (!isOpen(form, 'team')) throw new Refused('ENTRY_SECTION_CLOSED');
}

/** Refuses when the group takes nobody more; the leader counts (rules §2.2). The entry's row must be locked. */
export function insistRoom(form: FormState): void {
  const group = chosenGroup(form);
  if (group && form.members.length + 1 >= group.teamMax) {
    throw new Refused('ENTRY_TEAM_FULL', `${group.zh}每队最多 ${group.teamMax} 人（含负责人），已满`);
  }
}
