import { standingOf } from '@shared/cases/standing';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { regionsServed } from '@shared/kernel/actor';
import { shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { screeningContract } from '@shared/screening/contract';
import { secondsUntil } from '@shared/screening/decision/term';
import { roundOf } from '@shared/screening/marks';
import { phoneTail } from '@shared/screening/phone-tail';
import { titleForStaff } from '../../entry/queries';
import { keysetPage } from '../../platform/keyset-page';
import { type Call, me } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { wrongFields } from '../../rpc/refused';
import { clockOf, type ReviewClock } from '../review/review-clock';
import { type QueueChoices, type QueueSubject, readQueueSubject } from './queue-choices';
import { fitsPlace, isByDue, type QueueFilter, queueStates, statesAsked } from './queue-filter';
import { type QueueRow, readQueuePage } from './queue-rows';
import { countsOfDays, type QueueTotal } from './queue-total';

/** Which contest a queue is about, or the whole current edition, with what its filters offer. */
export const queueAsked: Load<{ filter: QueueFilter }, QueueSubject> = (call, { filter }) =>
  readQueueSubject(call.db, filter.contestId, regionsServed(call.actor));

/** The work queue: 20 entries of the regions one serves, by the day on which they fall due. */
export const queue = procedure(screeningContract.queue, queueAsked, async (call, { filter, cursor }, subject) => {
  if (statesAsked(filter).length === 0) throw wrongFields('MALFORMED', { 'filter.state': '没有这个状态' });
  const { editionId, choices } = subject;
  const regionIds = regionsServed(call.actor);
  const scope = { editionId, contestId: filter.contestId, regionIds };
  const today = shanghaiDate(call.now);
  const page = { scope, filter, personId: me(call), today };
  const byDue = isByDue(filter);
  let total: QueueTotal = { count: 0, more: false };
  const { rows, next } = await keysetPage<QueueRow>(call, {
    filter,
    cursor,
    sort: (row) => (byDue ? row.review_due : row.changed_at),
    fits: (value) => fitsPlace(filter, value),
    async read(place, most) {
      const read = await readQueuePage(call.db, page, place, most);
      total = read.total;
      return read.rows;
    },
  });
  const clockIn = clocksOfDay(today);
  const dayOf = ({ review_due }: QueueRow) => (review_due !== null && review_due < today ? null : review_due);
  const counts = await countsOfDays(call.db, page, byDue ? [...new Set(rows.map(dayOf))] : []);
  return {
    items: rows.map((row) => presentRow(call, row, choices, clockIn(row), counts.get(dayOf(row)) ?? null)),
    next,
    total,
    contests: choices.contests,
    tracks: choices.tracks,
    states: queueStates.map((state) => ({ state, zh: entryLifecycle.labelOf(state, 'staff') })),
  };
});

/** Rows of a page fall due on few days, and counting working days is half of what showing a page costs. */
function clocksOfDay(today: string): (row: QueueRow) => ReviewClock {
  const known = new Map<string, ReviewClock>();
  return (row) => {
    const key = `${row.state} ${row.review_due} ${row.correction_due_at} ${row.due_provisional}`;
    const entry = {
      state: row.state,
      reviewDue: row.review_due,
      correctionDueAt: row.correction_due_at,
      dueProvisional: row.due_provisional,
    };
    const clock = known.get(key) ?? clockOf(entry, today);
    known.set(key, clock);
    return clock;
  };
}

function presentRow(call: Call, row: QueueRow, choices: QueueChoices, clock: ReviewClock, ofItsDay: QueueTotal | null) {
  return {
    entryId: row.id,
    version: row.version,
    title: titleForStaff({ title: row.title, recalledAt: row.recalled_at }),
    reference: row.reference,
    regionZh: choices.regions[row.region_id] ?? row.region_id,
    // Of an entry that was taken back, staff see its number and where it stands.
    trackZh:
      row.recalled_at !== null
        ? ''
        : (choices.tracks.find(({ code }) => code === row.track_code)?.zh ?? row.track_code),
    groupZh: row.recalled_at !== null ? '' : (choices.groups[row.group_code] ?? row.group_code),
    leaderZh: row.leader_zh ?? '',
    phoneTail: phoneTail(row.phone_masked ?? ''),
    ...standingOf(entryLifecycle, row.state, 'staff'),
    claimedByZh: row.claimed_by_zh,
    claimedByMe: row.claimed_by === me(call),
    submittedAt: row.submitted_at === null ? null : toShanghai(row.submitted_at),
    ...clock,
    round: roundOf(row),
    ofItsDay,
    decided:
      row.decided_move === null
        ? null
        : {
            zh: entryLifecycle.moves[row.decided_move].label,
            byZh: row.decided_by_zh ?? '',
            secondsLeft: row.effective_at === null ? null : secondsUntil(row.effective_at, call.now),
          },
  };
}
