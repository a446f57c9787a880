import { dueClock } from '@shared/cases/due';
import { standingOf } from '@shared/cases/standing';
import type { Blueprint } from '@shared/competition/blueprint';
import { undecidedZh } from '@shared/competition/phase';
import { entryLifecycle } from '@shared/entry/lifecycle';
import { type SectionName, sectionZh } from '@shared/entry/sections';
import type { storyView } from '@shared/entry/standing/contract';
import { pathOf } from '@shared/entry/standing/path';
import { afterCorrectionZh, faultLink } from '@shared/entry/standing/story';
import type { EntryState } from '@shared/entry/states';
import { dueDateOf, termDaysOf } from '@shared/entry/terms/due';
import { dayEndZh, deadlineZh } from '@shared/kernel/moment-words';
import { formatDayZh, shanghaiDate, toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import type * as z from 'zod/mini';
import type { Call } from '../../rpc/call';
import { joinRules } from '../form/rules-version';
import { closesFor } from '../late/closing';
import { titleOf } from './title-of';

type Story = z.output<typeof storyView>;
type Row = {
  entryId: string;
  contestId: string;
  title: string;
  reference: string | null;
  regionZh: string;
  state: EntryState;
  returns: number;
  reviewDue: string | null;
  dueProvisional: boolean;
  correctionDueAt: number | null;
  firstSubmittedAt: number | null;
  submittedAt: number | null;
  signUpClosesAt: number | null;
  clocks: Blueprint['clocks'];
  phases: Blueprint['phases'];
  faults: ReadonlyArray<{ section: SectionName; text: string; fields?: readonly string[] }> | null;
};

/** Whoever has more entries finds the others on the workbench. */
const most = 5;

/**
 * The entry of the current edition that concerns a person most, in one query: one that was returned before a draft, a draft before one that
 * waits for others. Null for who leads and edits none that is not over.
 */
export async function ownStory(call: Call, personId: string): Promise<Story | null> {
  const { rows } = await sql<Row>`
    select e.id as "entryId", e.contest_id as "contestId", e.title, e.reference, r.name_zh as "regionZh", e.state, e.returns,
      e.review_due as "reviewDue", e.due_provisional as "dueProvisional", e.correction_due_at as "correctionDueAt",
      e.first_submitted_at as "firstSubmittedAt", e.submitted_at as "submittedAt", ${closesFor} as "signUpClosesAt",
      b.blueprint -> 'clocks' as clocks, d.blueprint -> 'phases' as phases,
      case when e.state = 'returned' then (
        select o.faults from one_time_notice o where o.entry_id = e.id order by o.n desc limit 1) end as faults
    from (
      select id from entry where leader_id = ${personId}
      union select entry_id from entry_member where person_id = ${personId} and access = 'edit' and removed_at is null) own
    join entry e on e.id = own.id
    join edition d on d.id = e.edition_id and d.status = 'current' ${joinRules}
    join region r on r.id = e.region_id
    left join phase s on s.contest_id = e.contest_id and s.kind = 'signUp'
    where e.waits is not null
    order by case e.state when 'returned' then 0 when 'draft' then 1 else 2 end, e.changed_at desc, e.id
    limit ${most}`.execute(call.db);
  const row = rows.find((each) => !isMissed(each, call.now));
  return row ? present(row, call.now) : null;
}

/** What was not sent in while there was time is over, and stands on the workbench as that. */
const isMissed = ({ state, signUpClosesAt, correctionDueAt }: Row, now: number): boolean => {
  const closesAt = state === 'draft' ? signUpClosesAt : state === 'returned' ? correctionDueAt : null;
  return closesAt !== null && now >= closesAt;
};

function present(row: Row, now: number): Story {
  const { entryId, contestId, reference, regionZh, state, clocks } = row;
  const { stateZh, waits } = standingOf(entryLifecycle, state, 'own');
  const dueDate = state === 'draft' ? null : dueDateOf(row);
  const faults = row.faults ?? [];
  const dayOf = (at: number | null) => (at === null ? null : shanghaiDate(at));
  return {
    entryId,
    contestId,
    title: titleOf(row.title),
    reference,
    regionZh,
    state,
    stateZh,
    waits,
    untilZh: state === 'draft' ? signUpZh(row, now) : dueDate === null ? null : `${dayEndZh(dueDate, now)} 截止`,
    ...dueClock(dueDate, row.dueProvisional, shanghaiDate(now)),
    termDays: dueDate === null ? null : termDaysOf(row),
    faults: faults.map(({ section, text, fields }) => ({
      zh: text,
      partZh: sectionZh[section],
      link: faultLink(entryId, section, fields?.[0]),
    })),
    thenZh: faults.length === 0 ? null : afterCorrectionZh(faults.length, regionZh, clocks.reReview),
    path: pathOf({
      state,
      returns: row.returns,
      firstSubmitted: dayOf(row.firstSubmittedAt),
      submitted: dayOf(row.submittedAt),
      clocks,
      next: nextOf(row.phases, now),
    }),
  };
}

const signUpZh = ({ signUpClosesAt }: Row, now: number): string =>
  signUpClosesAt === null ? undecidedZh('报名') : `报名${deadlineZh(toShanghai(signUpClosesAt), now)}`;

/** What the edition has after the review. */
function nextOf(phases: Blueprint['phases'], now: number): { zh: string; noteZh: string } {
  const next = phases[phases.findIndex(({ code }) => code === 'screening') + 1];
  if (next === undefined) return { zh: '评审', noteZh: '待通知' };
  return {
    zh: next.zh,
    noteZh: next.opensAt === undefined ? '待通知' : `${formatDayZh(shanghaiDate(Date.parse(next.opensAt)), now)}起`,
  };
}
