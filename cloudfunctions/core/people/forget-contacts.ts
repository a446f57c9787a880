import { addMonths, shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import type { TermName } from '@shared/rights/retention-terms';
import { type RawBuilder, sql } from 'kysely';
import { appendAudit } from '../platform/audit/audit';
import { termsOn } from '../platform/retention/terms';
import { at } from '../platform/schema';
import type { Home } from '../rpc/home';

const atOnce = 500;

/**
 * Deletes the way to reach a sender, its term after the letter was answered; the letter stays. The audit keeps which letters.
 * @returns how many were deleted
 */
export const forgetContacts = (home: Home): Promise<number> =>
  forget(
    home,
    { subject: 'feedback:contacts', act: 'people/forgetContacts', ids: 'feedbackIds', term: 'contact' },
    (before) => {
      const due = sql`contact_sealed is not null and answered_at < ${at(startOfDay(before))}`;
      return sql`update feedback set contact_sealed = null where id = any (array (
      select id from feedback where ${due} order by id limit ${atOnce} for update skip locked)) returning id`;
    },
  );

/**
 * Deletes the phone number that WeChat told of a person, its term after that person last called. One may bind it again.
 * @returns how many were deleted
 */
export const forgetPhones = (home: Home): Promise<number> =>
  forget(home, { subject: 'person:phones', act: 'people/forgetPhones', ids: 'personIds', term: 'phone' }, (before) => {
    // Of a number from before the day was kept the term runs from the person's first day.
    const last = sql`coalesce(last_used_on, (created_at at time zone 'Asia/Shanghai')::date)`;
    return sql`update person set phone_sealed = null, phone_masked = null, last_used_on = null where id = any (array (
      select id from person where phone_sealed is not null and ${last} < ${before}::date
      order by id limit ${atOnce} for update skip locked)) returning id`;
  });

/** In transactions of a few hundred rows each, with a row of the audit for each of them. */
async function forget(
  home: Home,
  { ids, term, ...row }: { subject: string; act: string; ids: string; term: TermName },
  some: (before: string) => RawBuilder<unknown>,
): Promise<number> {
  const now = home.now();
  // The first day that still counts.
  const first = addMonths(shanghaiDate(now), -(await termsOn(home.db, now))[term]);
  let gone = 0;
  for (let last = atOnce; last === atOnce; gone += last) {
    last = await home.db.transaction().execute(async (tx) => {
      const { rows } = await some(first).execute(tx);
      const found = (rows as Array<{ id: string }>).map(({ id }) => id);
      if (found.length > 0) await appendAudit(tx, { ...row, data: { [ids]: found }, actor: 'system', now });
      return found.length;
    });
  }
  return gone;
}
