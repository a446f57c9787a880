import type { ReminderKind } from '@shared/competition/reminders/kinds';
import { type RawBuilder, sql } from 'kysely';
import { holdersOf } from '../platform/grants';
import type { ReminderSource } from '../telling/reminder-source';

/** Entries that wait for staff, and on which nobody has decided yet. */
const undecided = sql`e.waits = 'staff' and e.edition_id in (select id from edition where status = 'current')
  and not exists (select from decision d where d.entry_id = e.id and d.entry_version = e.version and d.waits is not null)`;

const ofClaimant = (when: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select e.claimed_by as person_id, e.id as subject_id, e.edition_id, e.title, e.review_due as due_on
    from entry e where ${undecided} and e.claimed_by is not null and ${when}`;

export const screeningReminders: ReadonlyArray<ReminderSource<ReminderKind>> = [
  {
    kind: 'reviewSoon',
    due: ({ today, until }) => ofClaimant(sql`e.review_due between ${today}::date and ${until}::date`),
  },
  {
    kind: 'reviewOver',
    due: ({ now, until }) => sql`${ofClaimant(sql`e.review_due <= ${until}::date`)} union all
      select h.person_id, e.id as subject_id, e.edition_id, e.title, e.review_due as due_on from entry e
        cross join lateral (select distinct l.person_id from (${holdersOf(['regionLead'], sql`e.region_id`, now)}) l) h
      where ${undecided} and e.claimed_by is null and e.review_due <= ${until}::date`,
  },
];
