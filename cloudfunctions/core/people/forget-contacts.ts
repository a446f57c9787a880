import { addMonths, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { contactMonths } from '@shared/people/contact-months';
import { sql } from 'kysely';
import { appendAudit } from '../platform/audit/audit';
import { at } from '../platform/schema';
import type { Home } from '../rpc/home';

const atOnce = 500;

/**
 * Deletes the way to reach a sender, some months after the letter was answered; the letter stays. The audit keeps which letters.
 * @returns how many were deleted
 */
export async function forgetContacts(home: Home): Promise<number> {
  const now = home.now();
  const before = startOfDay(addMonths(shanghaiDate(now), -contactMonths));
  const some = () =>
    home.db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ id: string }>`update feedback set contact_sealed = null where id = any (array (
        select id from feedback where contact_sealed is not null and answered_at < ${at(before)}
        order by id limit ${atOnce} for update skip locked)) returning id`.execute(tx);
      const feedbackIds = rows.map(({ id }) => id);
      if (feedbackIds.length > 0) {
        const row = { subject: 'feedback:contacts', act: 'people/forgetContacts', data: { feedbackIds } };
        await appendAudit(tx, { ...row, actor: 'system', now });
      }
      return feedbackIds.length;
    });
  let gone = 0;
  for (let last = atOnce; last === atOnce; gone += last) last = await some();
  return gone;
}
