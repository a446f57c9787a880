import { recordedDayProblem } from '@shared/entry/terms/recorded-day';
import { screeningContract } from '@shared/screening/contract';
import { addSubjects } from '../../cases/add-subjects';
import { audit } from '../../platform/audit/audit';
import { later } from '../../platform/pipeline';
import { at } from '../../platform/schema';
import { me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { viewReview } from '../review/present-review';
import { reviewedEntry } from '../review/reviewed-entry';
import { readChecks } from './read-checks';

/** Records that lists were looked through, on which day, what was found and by what evidence (rules §2.10); several with the same outcome in one act. */
export const recordChecks = procedure(
  screeningContract.recordChecks,
  reviewedEntry,
  async (call, { codes, clear, checkedOn, note }, entry) => {
    const wrongDay = recordedDayProblem(entry, checkedOn, '核查日期', call.now);
    if (wrongDay !== null) throw new Refused('SCREENING_DATE_WRONG', undefined, { checkedOn: wrongDay });
    const { checks } = await readChecks(call, entry);
    const wanted = [...new Set(codes)];
    if (!wanted.every((code) => checks.some((check) => check.code === code)))
      throw new Refused('SCREENING_NO_SUCH_CHECK');
    // Whoever is listed loses by it: by what this is known stands beside.
    if (!clear && note === '')
      throw new Refused('SCREENING_CHECK_NOTE', undefined, { note: '请写明在哪里查的、查到什么' });
    const rows = wanted.map((code) => ({
      id: call.newId(),
      entry_id: entry.entryId,
      code,
      clear,
      checked_on: checkedOn,
      note,
      checked_by: me(call),
      at: at(call.now),
    }));
    const ids = rows.map(({ id }) => id);
    await later(call.db, addSubjects(call, 'check', ids));
    await later(call.db, call.db.insertInto('credit_check').values(rows));
    await audit(call, `entry:${entry.entryId}`, 'screening/recordChecks', { checkIds: ids, codes: wanted, clear });
    return viewReview(call, entry);
  },
);
