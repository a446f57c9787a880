import { claimCodeLifeMs } from '@shared/awards/award-claim/claim';
import { awardsContract } from '@shared/awards/contract';
import { toShanghai } from '@shared/kernel/shanghai';
import { type RawBuilder, sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { codesOut, freshCode } from '../../platform/spoken-codes';
import { type Call, me } from '../../rpc/call';
import { procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { pastAwardOf } from './award-rows';

/** More than any region gave awards. */
const mostCodes = 100;

/** Whether somebody may still come by a row `k` of `claim_code`. The end is exclusive. */
export const isUsable = (now: number): RawBuilder<boolean> =>
  sql`(k.voided_at is null and k.used_at is null and k.ends_at > ${at(now)})`;

/** The award's code that nobody used is void from now on. */
async function voidOpen(call: Call, awardId: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`update claim_code set voided_at = ${at(call.now)}, voided_by = ${me(call)}
    where award_id = ${awardId} and voided_at is null and used_at is null returning id`.execute(call.db);
  if (rows[0]) await audit(call, `award:${awardId}`, 'awards/voidClaimCode', { codeId: rows[0].id });
}

/** Makes a code by which the award's winner claims it. It is told in this answer and nowhere else; the one before is void. */
export const makeClaimCode = procedure(awardsContract.makeClaimCode, pastAwardOf, async (call, { awardId }, award) => {
  if (award.claimed || award.personId !== null) throw new Refused('AWARDS_CLAIM_TAKEN');
  await voidOpen(call, awardId);
  const out = await codesOut(call, { table: 'claim_code', as: 'k', usable: isUsable(call.now) });
  if (out >= mostCodes) throw new Refused('AWARDS_TOO_MANY_CLAIM_CODES');
  const { shown, row } = await freshCode(call);
  const endsAt = call.now + claimCodeLifeMs;
  await call.db
    .insertInto('claim_code')
    .values({ ...row, award_id: awardId, ends_at: at(endsAt) })
    .execute();
  await audit(call, `award:${awardId}`, 'awards/makeClaimCode', { codeId: row.id, endsAt: toShanghai(endsAt) });
  return { awardId, code: shown, endsAt: toShanghai(endsAt) };
});

/** Takes back a code that nobody used; where there is none nothing changes. */
export const voidClaimCode = procedure(awardsContract.voidClaimCode, pastAwardOf, async (call, { awardId }) => {
  await voidOpen(call, awardId);
  return { ok: true as const };
});
