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
import { published } from '../queries';
import { awardZhOf } from './award-rows';
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

type Own = Parameters<typeof awardZhOf>[0] & { awardId: string; title: string; regionZh: string; year: number };

/** What the caller claimed, the newest first; a code is used once, so that they are few. And the awards of entries that they led, for which nobody needs a code. */
export const myClaims = procedure(awardsContract.myClaims, noSubject, async (call) => {
  const claims = await readClaims(call, sql`c.person_id = ${me(call)} order by c.id desc limit 20`);
  const { rows } =
    await sql<Own>`select a.id as "awardId", e.title, r.name_zh as "regionZh", d.year, a.level, d.blueprint -> 'awards' as awards
    from award a join entry e on e.id = a.entry_id join region r on r.id = e.region_id join edition d on d.id = a.edition_id
    where e.leader_id = ${me(call)} and a.person_id is null and ${published} order by d.year desc, a.id limit 20`.execute(
      call.db,
    );
  return {
    claims: claims.map((claim) => present(claim, 'own')),
    awards: rows.map(({ level, awards, ...own }) => ({ ...own, awardZh: awardZhOf({ level, awards }) })),
  };
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
