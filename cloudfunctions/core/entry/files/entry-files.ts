import { byEditor } from '@shared/entry/who';
import { sql } from 'kysely';
import { admitting, type FileOwner } from '../../files/file-owner';
import { isOpen } from '../form/editable';
import { readEditionRules, slotOf } from '../form/edition-rules';
import { readForm } from '../form/form-state';
import { joinRules } from '../form/rules-version';
import { entryHead, lockEntry } from '../subjects';
import { isRenewable } from './renewable';

/** The materials of an entry, in the slots of its edition. */
export const entryFiles: FileOwner = {
  kind: 'entry',
  // Several people may work on one entry: twice what one person may.
  most: { begun: 120, bytes: 2 * 1024 ** 3, zh: '这个项目' },
  lock: lockEntry,
  async slot(db, entryId, code) {
    const { rows } = await sql<{ contestId: string; n: number }>`select e.contest_id as "contestId", b.n
      from entry e join edition d on d.id = e.edition_id ${joinRules} where e.id = ${entryId}`.execute(db);
    const rules = rows[0] ? await readEditionRules(db, rows[0].contestId, rows[0].n) : null;
    return rules && slotOf(rules, code);
  },
  admits: admitting(
    (call, entryId) => entryHead(call, entryId, false),
    byEditor,
    async (head, call) => {
      const form = await readForm(call, head);
      return isOpen(form, 'materials') || form.rules.blueprint.slots.some((slot) => isRenewable(form, slot, call.now));
    },
  ),
};
