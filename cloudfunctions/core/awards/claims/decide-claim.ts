import { awardClaimLifecycle } from '@shared/awards/award-claim/lifecycle';
import type { AwardClaimCommand } from '@shared/awards/award-claim/states';
import { awardsContract } from '@shared/awards/contract';
import { move } from '../../cases/move';
import { forgetValues } from '../../forms/sealed-values';
import type { Call } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { awardNoun } from '../moves';
import { awardClaimNoun } from './claim-moves';
import { type AwardClaim, claimOf } from './claim-rows';

/** The states in which a claim waits to be compared. */
export const waiting = awardClaimLifecycle.statesThat(({ waits }) => waits === 'staff');

type Ask = { version: number; reason?: string };

/** A move of a claim, and with it whose the award is. What was sealed was for comparing alone and goes with the first of them. */
const decide = (
  call: Call,
  claim: AwardClaim,
  command: AwardClaimCommand,
  { version, reason }: Ask,
  award?: { command: 'assign' | 'unassign'; personId: string | null },
) =>
  move(
    call,
    awardClaimNoun,
    claim,
    { command, version, ...(reason !== undefined && { input: { reason } }) },
    async () => {
      await forgetValues(call.db, [claim.claimId]);
      if (award) await give(call, claim, award.command, award.personId);
      return {};
    },
  );

/** The award changes hands in a move of its own, so that its version tells whoever draws facts of it. */
async function give(
  call: Call,
  { awardId, entryId, regionId }: AwardClaim,
  command: 'assign' | 'unassign',
  personId: string | null,
): Promise<void> {
  const { state, version } = await call.db
    .selectFrom('award')
    .select(['state', 'version'])
    .where('id', '=', awardId)
    .executeTakeFirstOrThrow();
  await move(call, awardNoun, { awardId, entryId, regionId, state, version }, { command, version }, async () => ({
    set: { person_id: personId },
  }));
}

/** Takes back a claim of whoever closes their account, unless it was decided meanwhile. */
export async function takeBack(call: Call, claimId: string): Promise<void> {
  const claim = await claimOf(call, { claimId }, true);
  if (claim && waiting.includes(claim.state)) await decide(call, claim, 'withdraw', { version: claim.version });
}

export const confirmClaim = procedure(awardsContract.confirmClaim, claimOf, (call, input, claim) =>
  decide(call, claim, 'confirm', input, { command: 'assign', personId: claim.personId }),
);

export const refuseClaim = procedure(awardsContract.refuseClaim, claimOf, (call, input, claim) =>
  decide(call, claim, 'refuse', input),
);

/** The lead takes a confirmed claim back: the award is nobody's until somebody claims it anew. */
export const revokeClaim = procedure(awardsContract.revokeClaim, claimOf, (call, input, claim) =>
  decide(call, claim, 'revoke', input, { command: 'unassign', personId: null }),
);
