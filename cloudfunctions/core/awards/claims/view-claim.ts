import { awardClaimLifecycle } from '@shared/awards/award-claim/lifecycle';
import { confirmsClaim } from '@shared/awards/award-claim/who';
import { awardsContract } from '@shared/awards/contract';
import { standingOf } from '@shared/cases/standing';
import { tellMoves } from '@shared/cases/timeline';
import type { Side } from '@shared/kernel/define-lifecycle';
import { toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { readMoves } from '../../cases/timeline';
import { unseal } from '../../forms/sealed-values';
import { audit } from '../../platform/audit/audit';
import { countOpening } from '../../platform/sealed-openings';
import { me } from '../../rpc/call';
import { noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { awardsOwnedBy } from '../my-awards';
import { claimOwner } from './claim-moves';
import { type AwardClaim, claimOf, readClaims } from './claim-rows';

const present = (claim: AwardClaim, side: Side) => ({
  claimId: claim.claimId,
  title: claim.title,
  regionZh: claim.regionZh,
  year: claim.year,
  awardZh: claim.awardZh,
  ...standingOf(awardClaimLifecycle, claim.state, side),
  version: claim.version,
  nameMasked: claim.nameMasked,
  numberMasked: claim.numberMasked,
  askedAt: toShanghai(claim.askedAt),
  reason: claim.reason,
});

/** What the caller claimed, the newest first; a code is used once, so that they are few. And the awards that are theirs, by a claim or without. */
export const myClaims = procedure(awardsContract.myClaims, noSubject, async (call) => {
  const claims = await readClaims(call, sql`c.person_id = ${me(call)} order by c.id desc limit 20`);
  return { claims: claims.map((claim) => present(claim, 'own')), awards: await awardsOwnedBy(call, me(call)) };
});

/** A claim for whoever handles it. */
export const claim = procedure(awardsContract.claim, claimOf, async (call, _input, found) => {
  const side = 'staff';
  const { actor, now } = call;
  return {
    ...present(found, side),
    opens: found.state === 'asked' && confirmsClaim.decide(actor, found).ok,
    sameAsRecord: found.sameAsRecord,
    moves: awardClaimLifecycle.movesFor(found, actor, now),
    timeline: tellMoves(awardClaimLifecycle, await readMoves(call.db, found.claimId), side, () => ''),
  };
});

/** Opens name or number to whoever compares them; counted, and shown to their owner. */
export const openClaim = procedure(awardsContract.openClaim, claimOf, async (call, { claimId, field }, found) => {
  const row = await call.db
    .selectFrom('sealed_value')
    .select('sealed')
    .where('subject_id', '=', claimId)
    .where('field', '=', field)
    .executeTakeFirst();
  if (!row) throw new Refused('AWARDS_CLAIM_DECIDED');
  await countOpening(call, { subject: `award-claim:${claimId}`, field, regionId: found.regionId });
  await audit(call, `award-claim:${claimId}`, 'awards/openClaim', { field });
  return { value: unseal(call, claimOwner(claimId), field, row.sealed) };
});
