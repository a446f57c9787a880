import { shanghaiDate, startOfDay } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { marks, passes } from './incubation';
import type { TestServer } from './server';

type Made = {
  state: string;
  move: string;
  kind: 'leader' | 'operatorHere';
  tenancy: 'hold' | 'agreement' | null;
  more?: object;
};

const faults = [{ section: 'business', text: '请写明样品' }];
const number = { answers: { number: '演示 9' } };

/** Every move of a place that people make where it stands, but for those that have a form or a board of their own. */
export const placeMoves: readonly Made[] = [
  { state: 'operator_review', move: 'putBack', kind: 'operatorHere', tenancy: null },
  { state: 'operator_review', move: 'return', kind: 'operatorHere', tenancy: null, more: { faults } },
  { state: 'operator_review', move: 'pass', kind: 'operatorHere', tenancy: null, more: passes },
  { state: 'operator_review', move: 'reject', kind: 'operatorHere', tenancy: null },
  { state: 'panel_review', move: 'admit', kind: 'operatorHere', tenancy: null, more: marks(80, 80, 80) },
  { state: 'panel_review', move: 'failMark', kind: 'operatorHere', tenancy: null, more: marks(40, 40, 40) },
  { state: 'offered', move: 'accept', kind: 'leader', tenancy: 'hold' },
  { state: 'offered', move: 'decline', kind: 'leader', tenancy: 'hold' },
  {
    state: 'accepted',
    move: 'sign',
    kind: 'operatorHere',
    tenancy: 'hold',
    more: { answers: { number: '演示 8', from: '2026-11-25' } },
  },
  { state: 'signed', move: 'moveIn', kind: 'operatorHere', tenancy: 'agreement' },
  { state: 'moved_in', move: 'askRenewal', kind: 'leader', tenancy: 'agreement' },
  { state: 'renewal_requested', move: 'renew', kind: 'operatorHere', tenancy: 'agreement', more: number },
  { state: 'renewal_requested', move: 'refuseRenewal', kind: 'operatorHere', tenancy: 'agreement' },
  {
    state: 'moved_in',
    move: 'warn',
    kind: 'operatorHere',
    tenancy: 'agreement',
    more: { answers: { ground: 'breach' } },
  },
  { state: 'warned', move: 'clear', kind: 'operatorHere', tenancy: 'agreement' },
  { state: 'warned', move: 'remove', kind: 'operatorHere', tenancy: 'agreement' },
  { state: 'moved_in', move: 'leave', kind: 'leader', tenancy: 'agreement' },
  { state: 'waitlisted', move: 'withdraw', kind: 'leader', tenancy: null },
];

/** Stands the leader's application in a state, with the place held or let to it, soon to end; its notice has run. Answers its version. */
export async function standPlace(
  { db, clock }: Pick<TestServer, 'db' | 'clock'>,
  { applicationId, free, siteId }: { applicationId: string; free: number; siteId: string },
  { state, tenancy }: Pick<Made, 'state' | 'tenancy'>,
): Promise<{ version: number }> {
  const day = 86_400_000;
  const on = (days: number) => new Date(startOfDay(shanghaiDate(clock.now())) + days * day);
  await sql`delete from rent_month where tenancy_id in (select id from tenancy where application_id = ${applicationId})`.execute(
    db,
  );
  await sql`delete from tenancy where application_id = ${applicationId}`.execute(db);
  await sql`update place_wish set waiting = ${state === 'waitlisted'}, let_go = '{}' where application_id = ${applicationId}`.execute(
    db,
  );
  const held = state === 'operator_review';
  const notice = { notice: { from: '2026-10-01', workdays: 10, pauses: [] } };
  const { rows } = await sql<{
    version: number;
  }>`update application set state = ${state}, live = true, clocks = ${JSON.stringify(notice)}::jsonb,
      party = ${state === 'offered' ? 'applicant' : 'operator'}, organisation_id = (select organisation_id from place_site where id = ${siteId}),
      claimed_by = case when ${held} then (select person_id from role_grant where role = 'incubatorOperator'
        and organisation_id = (select organisation_id from place_site where id = ${siteId}) limit 1) end,
      claimed_at = case when ${held} then ${on(0)}::timestamptz end
    where id = ${applicationId} returning version`.execute(db);
  if (tenancy !== null) {
    const agreement = tenancy === 'agreement';
    await sql`insert into tenancy (id, place_id, site_id, application_id, person_id, kind, starts_at, ends_at, stands, lapses_at, number_zh)
      select gen_random_uuid(), ${free}, ${siteId}::uuid, a.id, a.applicant_id, ${tenancy}, ${on(-300)}, ${agreement ? on(30) : null}::timestamptz, true,
        ${agreement ? null : on(3)}::timestamptz, ${agreement ? '演示 7' : null}::text from application a where a.id = ${applicationId}`.execute(
      db,
    );
  }
  return rows[0] ?? { version: 1 };
}
