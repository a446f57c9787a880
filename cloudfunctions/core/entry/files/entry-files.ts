import { byEditor } from '@shared/entry/who';
import { admitting, type FileOwner } from '../../files/file-owner';
import { isOpen } from '../form/editable';
import { readEditionRules, slotOf } from '../form/edition-rules';
import { readForm } from '../form/form-state';
import { entryHead, lockEntry } from '../subjects';

/** The materials of an entry, in the slots of its edition. */
export const entryFiles: FileOwner = {
  kind: 'entry',
  // Several people may work on one entry: twice what one person may.
  most: { begun: 120, bytes: 2 * 1024 ** 3, zh: '这个项目' },
  lock: lockEntry,
  async slot(db, entryId, code) {
    const entry = await db.selectFrom('entry').select('contest_id').where('id', '=', entryId).executeTakeFirstOrThrow();
    const rules = await readEditionRules(db, entry.contest_id);
    return rules && slotOf(rules, code);
  },
  admits: admitting(
    (call, entryId) => entryHead(call, entryId, false),
    byEditor,
    async (head, call) => isOpen(await readForm(call, head), 'materials'),
  ),
};
