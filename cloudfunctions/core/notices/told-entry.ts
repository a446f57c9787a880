import { entryLifecycle } from '@shared/entry/lifecycle';
import type { EntryEvent, EntryState } from '@shared/entry/states';
import { officialCalendar } from '@shared/kernel/holidays';
import { endOfDayExclusive, isDate, shanghaiDate } from '@shared/kernel/shanghai';
import { addWorkdays } from '@shared/kernel/workdays';
import type { EntryFacts } from '@shared/notices/notice';
import { sql } from 'kysely';
import type { OutboxEvent } from '../platform/deliver';
import { at } from '../platform/schema';
import type { Call } from '../rpc/call';

type Row = {
  reference: string | null;
  regionZh: string | null;
  fromRegionZh: string | null;
  trackZh: string | null;
  memberZh: string | null;
  fromState: EntryState | null;
  toState: EntryState | null;
  signUpClosesAt: number | null;
  correctionDueAt: number | null;
  firstReview: number;
  reReview: number;
  answerDays: number;
};

/** Events that start staff's clock, with the clock that they start (rules §2.4). */
const startsReview: Partial<Record<EntryEvent, 'firstReview' | 'reReview'>> = {
  'entry.submitted': 'firstReview',
  'entry.resubmitted': 'reReview',
  'entry.transferred': 'firstReview',
  'entry.reopened': 'firstReview',
};

/**
 * Reads what an entry's event is to be told with, in one query. Facts of the move are those of its own instant: what
 * the event carries, and its row of the timeline. null when the entry is gone.
 */
export async function readToldEntry(call: Call, event: OutboxEvent): Promise<EntryFacts | null> {
  const { payload } = event;
  const text = (name: string) => (typeof payload[name] === 'string' ? (payload[name] as string) : null);
  const entryId = text('entryId');
  const regionId = text('regionId');
  const { rows } = await sql<Row>`
    select e.reference,
      (select r.name_zh from region r where r.id = ${regionId}) as "regionZh",
      (select r.name_zh from region r where r.id = ${text('fromRegionId') ?? regionId}) as "fromRegionZh",
      (select t.zh from track t where t.edition_id = e.edition_id and t.code = e.track_code) as "trackZh",
      (select m.name from entry_member m where m.id = ${text('memberId')}::uuid) as "memberZh",
      v.from_state as "fromState", v.to_state as "toState", s.closes_at as "signUpClosesAt",
      e.correction_due_at as "correctionDueAt",
      (d.blueprint -> 'clocks' ->> 'firstReview')::int as "firstReview",
      (d.blueprint -> 'clocks' ->> 'reReview')::int as "reReview",
      (d.blueprint -> 'clocks' ->> 'feedback')::int as "answerDays"
    from entry e join edition d on d.id = e.edition_id
      left join phase s on s.contest_id = e.contest_id and s.kind = 'signUp'
      left join lateral (select m.from_state, m.to_state from move m
        where m.subject_id = e.id and m.at = ${at(event.createdAt)} and m.move = any(${movesOf(event.event)})
        order by m.n desc limit 1) v on true
    where e.id = ${entryId}::uuid`.execute(call.db);
  const row = rows[0];
  if (!row || entryId === null) return null;
  const by = text('by');
  const personId = text('personId');
  const clock = startsReview[event.event as EntryEvent];
  return {
    entryId,
    title: text('title') || '未命名项目',
    reference: row.reference,
    regionZh: row.regionZh ?? '',
    fromRegionZh: row.fromRegionZh ?? '',
    trackZh: text('trackZh') ?? row.trackZh ?? '',
    fromState: row.fromState,
    reason: text('reason'),
    dueAt: dueAt(event, row, text('dueDate')),
    signUpUntil: row.signUpClosesAt !== null && event.createdAt < row.signUpClosesAt ? row.signUpClosesAt : null,
    answerDays: row.answerDays,
    reviewDue: clock ? addWorkdays(shanghaiDate(event.createdAt), row[clock], officialCalendar).due : null,
    faults: typeof payload.faults === 'number' ? payload.faults : 0,
    sectionsZh: text('sectionsZh') ?? '',
    memberZh: row.memberZh ?? '团队成员',
    unconfirmed: typeof payload.unconfirmed === 'number' ? payload.unconfirmed : 0,
    byMember: by !== null && by === personId,
  };
}

/** The moves that an event stems from, as the lifecycle's table says. */
const movesOf = (event: string): string[] =>
  Object.entries(entryLifecycle.moves)
    .filter(([, move]) => 'emits' in move && (move.emits as readonly string[]).includes(event))
    .map(([command]) => command);

/** Until when the team may act: to correct what was returned, or to submit again what was recalled. */
function dueAt(event: OutboxEvent, row: Row, dueDate: string | null): number | null {
  if (event.event === 'entry.returned') return dueDate !== null && isDate(dueDate) ? endOfDayExclusive(dueDate) : null;
  if (event.event !== 'entry.recalled') return null;
  return row.toState === 'returned' ? row.correctionDueAt : row.signUpClosesAt;
}
