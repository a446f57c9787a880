import { type Role, regionsOf } from '@shared/kernel/actor';
import { officialCalendar } from '@shared/kernel/holidays';
import { addDays } from '@shared/kernel/shanghai';
import { isWorkday } from '@shared/kernel/workdays';
import { sql } from 'kysely';
import type { Stack, Todos } from '../cases/todo';
import type { Call } from '../rpc/call';

/** Who decides on entries, and does not only look on. */
export const reviewers = ['regionStaff', 'regionLead'] as const satisfies readonly Role[];

/** Today and so many working days after it stand beside each other on a phone. */
const daysAhead = 3;
/** More slips are not told apart; the queue counts on. */
const countedUpTo = 1000;

/** Today, and the working days that come. */
export function daysShown(today: string): string[] {
  const days = [today];
  for (let day = addDays(today, 1); days.length <= daysAhead; day = addDays(day, 1))
    if (isWorkday(day, officialCalendar)) days.push(day);
  return days;
}

/**
 * What falls due for a reviewer: what is overdue, what is due today and on each of the next working days, and what later; the reader's own and
 * what nobody has taken, in the regions in which they review. In one query, along each contest's own index.
 */
export async function readStacks(call: Call, personId: string, today: string): Promise<Partial<Todos>> {
  const days = daysShown(today);
  const held = reviewers.map((role) => regionsOf(call.actor, role));
  const here = held.includes('all') ? sql`true` : sql`c.region_id = any(${[...new Set(held.flat())]})`;
  const { rows } = await sql<{ pile: string; mine: number; unclaimed: number }>`
    select case when w.review_due < ${today}::date then 'overdue' when w.review_due > ${days.at(-1)}::date then 'later'
        else w.review_due::text end as pile,
      (count(*) filter (where w.claimed_by = ${personId}))::int as mine,
      (count(*) filter (where w.claimed_by is null))::int as unclaimed
    from edition d join contest c on c.edition_id = d.id and ${here}
      cross join lateral (select e.review_due, e.claimed_by from entry e
        where e.contest_id = c.id and e.waits = 'staff' and (e.claimed_by is null or e.claimed_by = ${personId})
        order by e.review_due, e.id limit ${countedUpTo}) w
    where d.status = 'current' group by 1`.execute(call.db);
  const countsOf = (pile: string) => {
    const { mine = 0, unclaimed = 0 } = rows.find((row) => row.pile === pile) ?? {};
    return { mine, unclaimed };
  };
  return {
    stacks: [
      { when: 'overdue', date: null, ...countsOf('overdue') },
      ...days.map((date): Stack => ({ when: 'day', date, ...countsOf(date) })),
      { when: 'later', date: null, ...countsOf('later') },
    ],
  };
}
