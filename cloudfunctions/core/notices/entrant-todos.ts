import { entryLifecycle } from '@shared/entry/lifecycle';
import { type EntryState, waitingStates } from '@shared/entry/states';
import { lastMomentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import type { Call } from '../call';
import { clockOf, lastDayOf, type Todo } from './todo';

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
  signUpClosesAt: number;
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
      e.review_due as "reviewDue", e.correction_due_at as "correctionDueAt", s.closes_at as "signUpClosesAt"
    from (
      select id from entry where leader_id = ${personId}
      union select entry_id from entry_member where person_id = ${personId} and removed_at is null) own
    join entry e on e.id = own.id
    join edition d on d.id = e.edition_id and d.status = 'current'
    join region r on r.id = e.region_id
    join phase s on s.contest_id = e.contest_id and s.kind = 'signUp'
    left join entry_member mine on mine.entry_id = e.id and mine.person_id = ${personId} and mine.removed_at is null
    where e.state = any(${['draft', 'returned', 'qualified', ...waitingStates]})
    order by coalesce(e.correction_due_at, s.closes_at), e.id limit ${most}`.execute(call.db);
  return rows;
}

export type EntrantTodos = { waitsForMe: Todo[]; iWaitFor: Todo[] };

/** What an entrant has to do, and what others hold for them. A draft whose sign-up has closed is nobody's task any more. */
export async function entrantTodos(call: Call, personId: string, today: string): Promise<EntrantTodos> {
  const waitsForMe: Todo[] = [];
  const iWaitFor: Todo[] = [];
  for (const row of await readOwnEntries(call, personId)) {
    const closesAt = row.state === 'returned' ? row.correctionDueAt : row.signUpClosesAt;
    const editable = row.state === 'draft' || row.state === 'returned';
    if (!editable) {
      iWaitFor.push(waitsForStaff(row, today));
      continue;
    }
    if (closesAt === null || call.now >= closesAt) continue;
    const clock = clockOf(lastDayOf(closesAt), today);
    if (!row.leads && !row.agreed) waitsForMe.push(agreement(row, clock, closesAt));
    if (row.leads || row.edits) waitsForMe.push(writing(row, clock, closesAt));
    if (row.leads && row.missing > 0) iWaitFor.push(agreementOfOthers(row, clock));
    if (!row.leads) iWaitFor.push(leadersTurn(row, clock, closesAt));
  }
  return { waitsForMe, iWaitFor };
}

type Clock = ReturnType<typeof clockOf>;

const writing = ({ id, title, state, leads }: Row, clock: Clock, closesAt: number): Todo => {
  const [verb, kind] = state === 'returned' ? ['补正', 'correct'] : ['填写', 'fill'];
  const task = leads ? `${state === 'returned' ? '改好' : '填好'}后请提交` : '改好后由负责人提交';
  return {
    id: `${kind}-${id}`,
    kind,
    title: `${verb}“${title}”`,
    detail: `${task}，${lastMomentZh(closesAt)} 截止`,
    link: link('entry/entry', { entryId: id }),
    ...clock,
    ...(state === 'returned' && { tone: 'warn' as const }),
  };
};

const agreement = ({ id, title }: Row, clock: Clock, closesAt: number): Todo => ({
  id: `consent-${id}`,
  kind: 'consent',
  title: `确认参加“${title}”`,
  detail: `您确认后负责人才能提交，${lastMomentZh(closesAt)} 截止`,
  link: link('entry/team', { entryId: id }),
  ...clock,
});

const agreementOfOthers = ({ id, title, missing }: Row, clock: Clock): Todo => ({
  id: `memberConsent-${id}`,
  kind: 'memberConsent',
  title: `等待成员确认参加“${title}”`,
  detail: `还有 ${missing} 名成员没有确认，由成员本人办理`,
  link: link('entry/team', { entryId: id }),
  ...clock,
});

const leadersTurn = ({ id, title, state }: Row, clock: Clock, closesAt: number): Todo => ({
  id: `leader-${id}`,
  kind: 'leader',
  title: `“${title}”等待负责人提交`,
  detail: `${entryLifecycle.labelOf(state, 'public')}，由项目负责人办理，${lastMomentZh(closesAt)} 截止`,
  link: link('entry/entry', { entryId: id }),
  ...clock,
});

const waitsForStaff = ({ id, title, state, regionZh, reviewDue }: Row, today: string): Todo => ({
  id: `review-${id}`,
  kind: 'review',
  title: `“${title}”`,
  detail:
    state === 'qualified'
      ? '审核通过，等待大赛组委会安排评审'
      : `${entryLifecycle.labelOf(state, 'public')}，由${regionZh}审核人员办理`,
  link: link('entry/status', { entryId: id }),
  ...clockOf(reviewDue, today),
  tone: 'info',
});
