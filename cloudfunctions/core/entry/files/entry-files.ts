import { byEditor, fillsIn } from '@shared/entry/who';
import { anyOf } from '@shared/kernel/define-access';
import { sql } from 'kysely';
import { admitting, type FileOwner } from '../../files/file-owner';
import { isOpen } from '../form/editable';
import { readEditionRules, slotOf, withSignedForm } from '../form/edition-rules';
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
    const { rows } = await sql<{ contestId: string; n: number; helperId: string | null }>`
      select e.contest_id as "contestId", b.n, c.helper_id as "helperId"
      from entry e left join counter_entry c on c.entry_id = e.id join edition d on d.id = e.edition_id ${joinRules} where e.id = ${entryId}`.execute(
      db,
    );
    const [row] = rows;
    const rules = row ? await readEditionRules(db, row.contestId, row.n) : null;
    return row && rules ? slotOf(withSignedForm(rules, row), code) : null;
  },
  admits: admitting(
    (call, entryId) => entryHead(call, entryId, false),
    // The person alone is known where the bytes arrive; that they serve was asked as the file was announced.
    anyOf(byEditor, fillsIn),
    async (head, call, code) => {
      const form = await readForm(call, head);
      const slot = form.rules.blueprint.slots.find((each) => each.code === code);
      return isOpen(form, 'materials') || (slot !== undefined && isRenewable(form, slot, call.now));
    },
  ),
};
