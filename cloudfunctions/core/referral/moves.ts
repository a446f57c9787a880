import type { ReferralEvents } from '@shared/referral/events';
import { referralLifecycle } from '@shared/referral/lifecycle';
import type { ReferralCommand, ReferralState, ReferralSubject } from '@shared/referral/states';
import type { Updateable } from 'kysely';
import type { Noun } from '../cases/noun';
import type { Database } from '../platform/schema';

/** What a referral's events tell besides what stands in it. */
type Said = { upperZh: string; closesOn: string };

/** Referrals as the ground moves them. */
export const referralNoun: Noun<{
  state: ReferralState;
  command: ReferralCommand;
  subject: ReferralSubject & Said;
  event: keyof ReferralEvents;
  key: 'referralId';
  columns: Updateable<Database['referral']>;
  facts: object;
}> = {
  lifecycle: referralLifecycle,
  table: 'referral',
  key: 'referralId',
  follows: ({ regionId, state }, { command, next }) => ({
    set: {
      live: referralLifecycle.states[next].live === true,
      // Whoever leaves before the upper contest has taken them frees their place.
      ...((command === 'withdraw' || command === 'loseAward') && state === 'recommended' && { seat: null }),
    },
    details: { regionId },
  }),
  news: (_event, { subject, next }) => ({
    referralId: subject.referralId,
    personId: subject.personId,
    regionId: subject.regionId,
    title: subject.title,
    upperZh: subject.upperZh,
    stateZh: referralLifecycle.states[next].public,
    closesOn: subject.closesOn,
  }),
};
