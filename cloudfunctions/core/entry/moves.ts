import { entryLifecycle, mayStillCorrect } from '@shared/entry/lifecycle';
import type { EntryCommand, EntryState } from '@shared/entry/states';
import { officialCalendar } from '@shared/kernel/holidays';
import { endOfDayExclusive, formatTime, shanghaiDate } from '@shared/kernel/shanghai';
import { addWorkdays } from '@shared/kernel/workdays';
import { sql } from 'kysely';
import { audit } from '../platform/audit/audit';
import { later } from '../platform/pipeline';
import { at, json } from '../platform/schema';
import { type Call, me } from '../rpc/call';
import { insist, Refused } from '../rpc/refused';
import { tellMove } from './news';
import type { EntryHead } from './subjects';
import { moveZh } from './views/timeline';

export { orderCorrection } from './lifetime/order-correction';

export type MoveOrder = {
  command: EntryCommand;
  reason?: string;
  /** Facts of the move for the timeline: ids and plain words, never personal values. */
  details?: Record<string, unknown>;
  /** How many faults a return names. */
  faults?: number;
  /** Where a transfer leads. */
  to?: Pick<EntryHead, 'contestId' | 'regionId' | 'regionZh' | 'trackCode' | 'trackZh'>;
  /** Further columns that this move sets: a first submission's reference, the leader's fingerprint. */
  set?: {
    reference?: string;
    leader_id_eq?: string;
    sent_uscc?: string | null;
    first_submitted_at?: Date;
    award_level?: string;
  };
};

export type Moved = { entryId: string; state: EntryState; stateZh: string; version: number };

/**
 * The one way in which an entry changes state: decides by the lifecycle, saves the row with its clocks, keeps the
 * counts, the timeline, the audit chain and the outbox, all in the caller's transaction. The row must be locked
 * (`entryOf` with a change does). Access is decided before.
 * @returns the entry's new state, labelled for staff when staff moved it, else for the public
 * Throws Refused with the lifecycle's code.
 */
export async function moveEntry(call: Call, entry: EntryHead, order: MoveOrder): Promise<Moved> {
  const moved = insist(entryLifecycle.move(order.command, entry, { reason: order.reason }, call.now, call.actor));
  const next = moved.next;
  const spec = entryLifecycle.states[next];
  const version = entry.version + 1;
  const clock = clockAfter(entry, order.command, next, call.now);
  const { contestId, regionId, regionZh, trackCode, trackZh } = order.to ?? entry;
  await call.db
    .updateTable('entry')
    .set({
      state: next,
      waits: spec.waits,
      version,
      changed_at: at(call.now),
      contest_id: contestId,
      region_id: regionId,
      track_code: trackCode,
      review_due: clock.reviewDue,
      due_provisional: clock.provisional,
      claimed_by: spec.held ? me(call) : null,
      claimed_at: spec.held ? at(call.now) : null,
      // What was decided goes back to the queue as if it were new.
      claimed_from: spec.held
        ? entryLifecycle.states[entry.state].waits === 'staff'
          ? entry.state
          : 'submitted'
        : null,
      correction_due_at: clock.correctionDueAt === null ? null : at(clock.correctionDueAt),
      ...((order.command === 'submit' || order.command === 'resubmit') && {
        submitted_at: at(call.now),
        recalled_at: null,
      }),
      ...(order.command === 'recall' && { recalled_at: at(call.now) }),
      ...(order.command === 'return' && { returns: entry.returns + 1 }),
      ...order.set,
    })
    .where('id', '=', entry.entryId)
    .execute();
  if (trackCode !== entry.trackCode) await carryTrack(call, entry.entryId, trackCode);
  await later(
    call.db,
    call.db.insertInto('entry_count').values([
      { contest_id: entry.contestId, state: entry.state, track_code: entry.trackCode, delta: -1 },
      { contest_id: contestId, state: next, track_code: trackCode, delta: 1 },
    ]),
  );
  await later(
    call.db,
    call.db.insertInto('move').values({
      subject_id: entry.entryId,
      n: version,
      move: order.command,
      from_state: entry.state,
      to_state: next,
      by_person: call.actor?.personId ?? null,
      at: at(call.now),
      reason: order.reason ?? null,
      details: json({ regionId: entry.regionId, ...order.details }),
    }),
  );
  await audit(call, `entry:${entry.entryId}`, `entry/${order.command}`, { from: entry.state, to: next, version });
  const made = {
    entry,
    next,
    place: { regionId, regionZh, trackZh },
    reviewDue: clock.reviewDue,
    correctionDueAt: clock.correctionDueAt,
    faults: order.faults,
    by: call.actor?.personId ?? null,
    now: call.now,
  };
  for (const event of moved.events) await tellMove(call, event, made);
  return {
    entryId: entry.entryId,
    state: next,
    stateZh: entryLifecycle.labelOf(next, entryLifecycle.side(entry, call.actor)),
    version,
  };
}

/** The form names the track of the receiving contest, or its team could never correct a part that is closed to it. */
async function carryTrack(call: Call, entryId: string, trackCode: string): Promise<void> {
  await call.db
    .updateTable('section')
    .set({
      data: sql`jsonb_set(data, '{trackCode}', to_jsonb(${trackCode}::text))`,
      version: sql`version + 1`,
    })
    .where('subject_id', '=', entryId)
    .where('section', '=', 'project')
    .execute();
}

type ClockAfter = {
  reviewDue: string | null;
  provisional: boolean;
  correctionDueAt: number | null;
  correctionDate?: string;
};

/** The clocks that start or stop with a move, in working days from the day after (rules §2.4, §10). */
export function clockAfter(entry: EntryHead, command: EntryCommand, next: EntryState, now: number): ClockAfter {
  const today = shanghaiDate(now);
  if (command === 'return') {
    const { due, provisional } = addWorkdays(today, entry.clocks.correction, officialCalendar);
    return { reviewDue: null, provisional, correctionDueAt: endOfDayExclusive(due), correctionDate: due };
  }
  const correctionDueAt = mayStillCorrect(entry.state, next) ? entry.correctionDueAt : null;
  if (entryLifecycle.states[next].waits !== 'staff') return { reviewDue: null, provisional: false, correctionDueAt };
  if (command === 'claim' || command === 'release')
    return { reviewDue: entry.reviewDue, provisional: entry.dueProvisional, correctionDueAt };
  const { due, provisional } = addWorkdays(
    today,
    next === 'resubmitted' ? entry.clocks.reReview : entry.clocks.firstReview,
    officialCalendar,
  );
  return { reviewDue: due, provisional, correctionDueAt };
}

/**
 * Refuses a decision made on an older version of the entry, and says who did what meanwhile (nothing is changed).
 * @param code the stale code that the procedure declares
 */
export async function insistVersion(
  call: Call,
  entry: EntryHead,
  version: number,
  code: 'ENTRY_STALE' | 'SCREENING_STALE',
): Promise<void> {
  if (entry.version === version) return;
  const last = await call.db
    .selectFrom('move as m')
    .leftJoin('person as p', 'p.id', 'm.by_person')
    .select(['m.move', 'm.at', 'p.display_name'])
    .where('m.subject_id', '=', entry.entryId)
    .orderBy('m.n', 'desc')
    .limit(1)
    .executeTakeFirst();
  const side = entryLifecycle.side(entry, call.actor);
  const who = side === 'staff' && last?.display_name ? `由${last.display_name}` : '';
  const zh = last && moveZh(last.move as EntryCommand, side);
  // A move that is silent to the team is not told here either.
  const what = zh && `这个项目已${who}于 ${shanghaiDate(last.at)} ${formatTime(last.at)} 办理“${zh}”，请刷新后再看`;
  throw new Refused(code, what, undefined, {
    state: entry.state,
    stateZh: entryLifecycle.labelOf(entry.state, side),
    version: entry.version,
  });
}
