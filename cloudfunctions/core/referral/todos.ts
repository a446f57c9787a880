import { standingOf } from '@shared/cases/standing';
import { regionsOf } from '@shared/kernel/actor';
import { referralLifecycle } from '@shared/referral/lifecycle';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, type Todo, type TodoSource, todoOf } from '../cases/todo';
import { isAmong } from '../platform/grants';
import { type Referral, readReferrals } from './subjects';

const told = (referral: Referral, title: string, to: 'policy/referral' | 'staff/referral', today: string): Todo =>
  todoOf('referral', referral.referralId, {
    title,
    detail: [
      referral.upperZh,
      standingOf(referralLifecycle, referral.state, to === 'staff/referral' ? 'staff' : 'own').stateZh,
    ].join('，'),
    link: link(to, { referralId: referral.referralId }),
    ...clockOf(referral.state === 'nominated' ? referral.closesOn : null, today),
  });

/** What somebody is asked, and what they wait for. */
const own: TodoSource['read'] = async (call, personId, today) => {
  const rows = await readReferrals(
    call,
    sql`where r.person_id = ${personId} and r.waits is not null order by r.id desc limit 20`,
  );
  const waits = (one: Referral) => referralLifecycle.states[one.state].waits;
  const told1 = (one: Referral) => told(one, `上级赛事推荐“${one.title}”`, 'policy/referral', today);
  return {
    waitsForMe: rows.filter((one) => waits(one) === 'own').map(told1),
    iWaitFor: rows.filter((one) => waits(one) !== 'own').map(told1),
  };
};

/** Which the region's lead has to confirm; never their own. */
const lead: TodoSource['read'] = async (call, personId, today) => {
  const rows = await readReferrals(
    call,
    sql`where r.waits = 'staff' and r.person_id <> ${personId}
      and ${isAmong(regionsOf(call.actor, 'regionLead'), sql`r.region_id`)} order by r.changed_at, r.id limit 20`,
  );
  return { waitsForMe: rows.map((one) => told(one, `确认推荐“${one.title}”`, 'staff/referral', today)) };
};

export const referralTodos: readonly TodoSource[] = [
  { theirs: ['referral', 'person_id'], read: own },
  { roles: ['regionLead'], read: lead },
];
