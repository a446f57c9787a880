import { addMonths, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { enrolmentLifecycle } from '@shared/training/enrolment/lifecycle';
import { sql } from 'kysely';
import { forgetValues } from '../../forms/sealed-values';
import { appendAudit } from '../../platform/audit/audit';
import { termsOn } from '../../platform/retention/terms';
import { at } from '../../platform/schema';
import type { Home } from '../../rpc/home';
import { phoneField } from './phone-book';

const atOnce = 200;
const over = enrolmentLifecycle.statesThat(({ final }) => final === true);

/**
 * Deletes the phones of whoever was in a class, so many months after their part in it was over: they were asked for to reach people about the class.
 * @returns how many were deleted
 */
export async function forgetPhones(home: Home): Promise<number> {
  const now = home.now();
  const { trainingPhone } = await termsOn(home.db, now);
  const before = at(startOfDay(addMonths(shanghaiDate(now), -trainingPhone)));
  let gone = 0;
  for (;;) {
    const some = await home.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`select e.id from enrolment e
        where e.state = any(${over}) and e.changed_at < ${before}
          and exists (select from sealed_value v where v.subject_id = e.id and v.field = ${phoneField})
        order by e.id limit ${atOnce} for update of e`.execute(tx);
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await forgetValues(tx, ids);
      const data = { enrolmentIds: ids };
      await appendAudit(tx, { subject: 'enrolments', act: 'training/forgetPhones', data, actor: 'system', now });
      return ids.length;
    });
    gone += some;
    if (some < atOnce) return gone;
  }
}
