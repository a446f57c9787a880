import { regionsOf } from '@shared/kernel/actor';
import { link } from '@shared/routes';
import { sql } from 'kysely';
import { clockOf, type TodoSource, todoOf } from '../../cases/todo';
import { isAmong } from '../../platform/grants';
import { readClaims } from './claim-rows';

/** The claims that wait for the region's staff, the oldest first; never one's own. */
const waiting: TodoSource['read'] = async (call, personId, today) => {
  const staff = isAmong(regionsOf(call.actor, 'regionStaff'), sql`e.region_id`);
  const lead = isAmong(regionsOf(call.actor, 'regionLead'), sql`e.region_id`);
  const claims = await readClaims(
    call,
    sql`c.waits = 'staff' and c.person_id <> ${personId} and (${staff} or ${lead}) order by c.id limit 20`,
  );
  return {
    waitsForMe: claims.map(({ claimId, title, regionZh, year, awardZh }) =>
      todoOf('awardClaim', claimId, {
        title: `核对获奖认领“${title}”`,
        detail: [`${year}年${awardZh}`, regionZh].join(' · '),
        link: link('staff/award-claim', { claimId }),
        ...clockOf(null, today),
      }),
    ),
  };
};

/** What a past winner waits for. */
const own: TodoSource['read'] = async (call, personId, today) => {
  const claims = await readClaims(call, sql`c.person_id = ${personId} and c.waits is not null order by c.id limit 20`);
  return {
    iWaitFor: claims.map(({ claimId, title, regionZh, year, awardZh }) =>
      todoOf('awardClaimed', claimId, {
        title: `等待核对“${title}”的获奖认领`,
        detail: [`${year}年${awardZh}`, regionZh].join(' · '),
        link: link('account/award'),
        ...clockOf(null, today),
      }),
    ),
  };
};

export const claimTodos: readonly TodoSource[] = [
  { roles: ['regionStaff', 'regionLead'], read: waiting },
  { theirs: ['award_claim', 'person_id'], read: own },
];
