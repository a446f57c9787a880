import { undecidedZh } from '@shared/competition/phase';
import { entryLifecycle } from '@shared/entry/lifecycle';
import type { EntryState } from '@shared/entry/states';
import { deadlineZh, untilZh } from '@shared/kernel/moment-words';
import { toShanghai } from '@shared/kernel/shanghai';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, dayClockOf, lastDayOf, type Todo, type Todos, todoOf } from '../cases/todo';
import type { Call } from '../rpc/call';
import { closesFor } from './late/closing';

type Row = {
  id: string;
  title: string;
  state: EntryState;
  regionZh: string;
  leads: boolean;
  edits: boolean;
  /** As a member: whether this person has agreed to take part. */
  agreed: boolean;
  /** Members who have not agreed yet. */
  missing: number;
  reviewDue: string | null;
  correctionDueAt: number | null;
  signUpClosesAt: number | null;
};

const most = 50;

/** Entries of the current edition that the person leads or belongs to and that are not over, in one query. */
async function readOwnEntries(call: Call, personId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select e.id, coalesce(nullif(e.title, ''), '未命名项目') as title, e.state, r.name_zh as "regionZh",
      e.leader_id = ${personId} as leads, coalesce(mine.access = 'edit', false) as edits,
      mine.consented_at is not null as agreed,
      (select count(*) from entry_member m
        where m.entry_id = e.id and m.removed_at is null and m.consented_at is null) as missing,
      e.review_due as "reviewDue", e.correction_due_at as "correctionDueAt", ${closesFor} as "signUpClosesAt"
    from (
      select id from entry where leader_id = ${personId}
      union select entry_id from entry_member where person_id = ${personId} and removed_at is null) own
    join entry e on e.id = own.id
    join edition d on d.id = e.edition_id and d.status = 'current'
    join region r on r.id = e.region_id
    left join phase s on s.contest_id = e.contest_id and s.kind = 'signUp'
    left join entry_member mine on mine.entry_id = e.id and mine.person_id = ${personId} and mine.removed_at is null
    where e.waits is not null
    order by coalesce(e.correction_due_at, ${closesFor}), e.id limit ${most}`.execute(call.db);
  return rows;
}

/** What an entrant has to do, what others hold for them, and what was not sent in while there was time. */
export async function entrantTodos(call: Call, personId: string, today: string): Promise<Partial<Todos>> {
  const waitsForMe: Todo[] = [];
  const iWaitFor: Todo[] = [];
  const over: Todo[] = [];
  for (const row of await readOwnEntries(call, personId)) {
    const closesAt = row.state === 'returned' ? row.correctionDueAt : row.signUpClosesAt;
    if (entryLifecycle.states[row.state].waits !== 'own') {
      iWaitFor.push(waitsForStaff(row, today));
      continue;
    }
    const until = deadlineOf(row.state, closesAt, call.now);
    if (closesAt !== null && call.now >= closesAt) {
      over.push(unsent(row, until));
      continue;
    }
    // A correction runs in working days, sign-up in days: its clock stands in the sentence.
    const clock =
      row.state === 'returned' || closesAt === null
        ? clockOf(lastDayOf(closesAt), today)
        : dayClockOf(closesAt, call.now);
    if (!row.leads && !row.agreed) waitsForMe.push(agreement(row, clock, until));
    if (row.leads || row.edits) waitsForMe.push(writing(row, clock, until));
    if (row.leads && row.missing > 0) iWaitFor.push(agreementOfOthers(row, clock));
    if (!row.leads) iWaitFor.push(leadersTurn(row, clock, until));
  }
  return { waitsForMe, iWaitFor, over };
}

/** Until when, in the one way of saying it; working days stand beside a correction's. */
function deadlineOf(state: EntryState, closesAt: number | null, now: number): string {
  if (closesAt === null) return undecidedZh(state === 'returned' ? '补正' : '报名');
  return state === 'returned'
    ? `${untilZh(toShanghai(closesAt), now)} 截止`
    : `报名${deadlineZh(toShanghai(closesAt), now)}`;
}

type Clock = ReturnType<typeof clockOf>;

const writing = ({ id, title, state, leads }: Row, clock: Clock, until: string): Todo => {
  const [verb, kind] = state === 'returned' ? ['补正', 'correct'] : ['填写', 'fill'];
  const task = leads ? `${state === 'returned' ? '改好' : '填好'}后请提交` : '改好后由负责人提交';
  return todoOf(kind, id, {
    title: `${verb}“${title}”`,
    detail: `${task}，${until}`,
    link: link('entry/entry', { entryId: id }),
    ...clock,
    ...(state === 'returned' && { tone: 'warn' as const }),
  });
};

const agreement = ({ id, title }: Row, clock: Clock, until: string): Todo =>
  todoOf('consent', id, {
    title: `确认参加“${title}”`,
    detail: `您确认后负责人才能提交，${until}`,
    link: link('entry/team', { entryId: id }),
    ...clock,
  });

const unsent = ({ id, title, state }: Row, until: string): Todo =>
  todoOf('unsent', id, {
    title: `“${title}”没有提交`,
    detail:
      state === 'returned' ? `补正期限已于${until}，没有重新提交，本次报名失效` : `${until}。填写的内容还在，可以查看`,
    link: link('entry/entry', { entryId: id }),
    ...clockOf(null, ''),
    tone: 'neutral',
  });

const agreementOfOthers = ({ id, title, missing }: Row, clock: Clock): Todo =>
  todoOf('memberConsent', id, {
    title: `等待成员确认参加“${title}”`,
    detail: `还有 ${missing} 名成员没有确认，由成员本人办理`,
    link: link('entry/team', { entryId: id }),
    ...clock,
  });

const leadersTurn = ({ id, title, state }: Row, clock: Clock, until: string): Todo =>
  todoOf('leader', id, {
    title: `“${title}”等待负责人提交`,
    detail: `${entryLifecycle.labelOf(state, 'own')}，由项目负责人办理，${until}`,
    link: link('entry/entry', { entryId: id }),
    ...clock,
  });

const waitsForStaff = ({ id, title, state, regionZh, reviewDue }: Row, today: string): Todo =>
  todoOf('review', id, {
    title: `“${title}”`,
    detail:
      state === 'qualified'
        ? '审核通过，等待大赛组委会安排评审'
        : `${entryLifecycle.labelOf(state, 'own')}，由${regionZh}审核人员办理`,
    link: link('entry/status', { entryId: id }),
    ...clockOf(reviewDue, today),
    tone: 'info',
  });
