import type { AwardFacts } from '@shared/awards/events';
import { referralLifecycle } from '@shared/referral/lifecycle';
import { sql } from 'kysely';
import { move } from '../cases/move';
import type { OutboxEvent } from '../platform/deliver';
import type { Call } from '../rpc/call';
import type { Listener } from '../telling/tell-events';
import { freed } from './decide';
import { referralNoun } from './moves';
import { readReferrals } from './subjects';

const { from } = referralLifecycle.moves.loseAward;

/**
 * An award that stands no more, or not in this person's name, is recommended no further; a place goes to the next in reserve. What the upper contest has
 * taken is the city's to settle with it.
 */
const loseAward =
  (reason: string) =>
  async (call: Call, events: readonly OutboxEvent[]): Promise<void> => {
    const lost = events.map(({ payload }) => payload as AwardFacts);
    const whose = sql`(r.entry_id, r.person_id) in (select e, p from unnest(${lost.map(({ entryId }) => entryId)}::uuid[],
      ${lost.map(({ personId }) => personId)}::uuid[]) as l (e, p)) and r.state = any(${[...from]})`;
    // Notices before referrals, as whoever fills or frees a place locks them.
    await sql`select from referral_notice where id in (select r.notice_id from referral r where ${whose})
      order by id for update`.execute(call.db);
    const referrals = await readReferrals(call, sql`where ${whose} order by r.id for update of r`);
    for (const referral of referrals) {
      await move({ ...call, actor: null }, referralNoun, referral, {
        command: 'loseAward',
        version: null,
        input: { reason },
      });
      await freed(call, referral);
    }
  };

export const referralListeners: readonly Listener[] = [
  { event: 'award.cancelled', hear: loseAward('奖项已取消') },
  { event: 'award.claimRevoked', hear: loseAward('获奖认领已撤销') },
];
