import { awardClaimLifecycle } from '@shared/awards/award-claim/lifecycle';
import type { AwardClaimCommand, AwardClaimState, AwardClaimSubject } from '@shared/awards/award-claim/states';
import type { Updateable } from 'kysely';
import type { Noun } from '../../cases/noun';
import type { Owner } from '../../forms/sealed-values';
import type { Database } from '../../platform/schema';

type ClaimEvent = 'award.claimed' | 'award.claimRefused' | 'award.claimRevoked';

/** Claims as the ground moves them. */
export const awardClaimNoun: Noun<{
  state: AwardClaimState;
  command: AwardClaimCommand;
  subject: AwardClaimSubject;
  event: ClaimEvent;
  key: 'claimId';
  columns: Updateable<Database['award_claim']>;
  facts: object;
}> = {
  lifecycle: awardClaimLifecycle,
  table: 'award_claim',
  key: 'claimId',
  follows: ({ regionId }) => ({ details: { regionId } }),
  news: (_event, { subject: { claimId, awardId, entryId, regionId, personId, title, awardZh } }) => ({
    claimId,
    awardId,
    entryId,
    regionId,
    personId,
    title,
    awardZh,
  }),
};

/** A claim as the owner of sealed values. */
export const claimOwner = (claimId: string): Owner => ({ kind: awardClaimLifecycle.name, id: claimId });
