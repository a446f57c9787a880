import { shanghaiDate } from '@shared/kernel/shanghai';
import { screeningContract } from '@shared/screening/contract';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { viewReview } from './present-review';
import { reviewedEntry } from './reviewed-entry';

/** Records that a list was looked through, on which day and by what evidence (rules §2.10). */
export const addCreditCheck = procedure(
  screeningContract.addCreditCheck,
  reviewedEntry,
  async (call, { list, clear, checkedOn, evidence }, entry) => {
    if (checkedOn > shanghaiDate(call.now)) throw new Refused('SCREENING_DATE_IN_FUTURE');
    const id = call.newId();
    await call.db
      .insertInto('credit_check')
      .values({
        id,
        entry_id: entry.entryId,
        list,
        clear,
        checked_on: checkedOn,
        evidence,
        checked_by: me(call),
        at: at(call.now),
      })
      .execute();
    await audit(call, `entry:${entry.entryId}`, 'screening/addCreditCheck', { checkId: id, list, clear });
    return viewReview(call, entry);
  },
);
