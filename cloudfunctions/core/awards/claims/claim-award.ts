import { type ClaimRefusal, claimConsent, claimRefusals } from '@shared/awards/award-claim/claim';
import { maskName } from '@shared/awards/award-claim/mask-name';
import { mayPlace } from '@shared/awards/award-claim/who';
import { awardsContract } from '@shared/awards/contract';
import { consentMissing } from '@shared/forms/consent-text';
import { checkPaperNumber, maskPaperNumber } from '@shared/kernel/identity-paper';
import { shanghaiDate } from '@shared/kernel/shanghai';
import { type Selectable, sql } from 'kysely';
import { begin } from '../../cases/begin';
import { leaderFingerprint } from '../../entry/queries';
import { giveConsent } from '../../forms/consents';
import { putSealed } from '../../forms/sealed-values';
import { hashCode } from '../../platform/crypto/spoken-code';
import { holdGrants } from '../../platform/identity';
import { at } from '../../platform/schema';
import type { AwardsTables } from '../../platform/schema/awards';
import { type Call, me } from '../../rpc/call';
import { type Load, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type PastAward, readPastAward } from './award-rows';
import { awardClaimNoun, claimOwner } from './claim-moves';

type CodeRow = Selectable<AwardsTables['claim_code']>;
type Typed = { row: CodeRow | null; award: PastAward | null };

const refuse = (code: ClaimRefusal) => new Refused(code, undefined, { code: claimRefusals[code] });

/** The code that was typed, with its award. The award is locked first and the code read behind it, so that of two who claim at once one is refused. */
const typedOf: Load<{ code: string }, Typed> = async (call, { code }, lock) => {
  const hash = await hashCode(code);
  const find = () => call.db.selectFrom('claim_code').selectAll().where('code_hash', '=', hash).executeTakeFirst();
  const found = await find();
  if (!found) return { row: null, award: null };
  const award = await readPastAward(call, sql`a.id = ${found.award_id}`, lock);
  return { row: (await find()) ?? null, award };
};

/** Refuses what can be used no more, and by this person. A code dies with its maker's right. */
async function insistUsable(call: Call, { row, award }: Typed): Promise<{ row: CodeRow; award: PastAward }> {
  if (row === null || award === null) throw refuse('AWARDS_CLAIM_CODE_UNKNOWN');
  if (row.made_by === me(call)) throw refuse('AWARDS_CLAIM_OWN_CODE');
  const maker = { personId: row.made_by, grants: await holdGrants(call.db, row.made_by, call.now) };
  if (row.voided_at !== null || !mayPlace(maker, award)) throw refuse('AWARDS_CLAIM_CODE_VOID');
  if (row.used_at !== null) throw refuse('AWARDS_CLAIM_CODE_USED');
  if (row.ends_at <= call.now) throw refuse('AWARDS_CLAIM_CODE_EXPIRED');
  if (award.claimed || award.personId !== null) throw refuse('AWARDS_CLAIM_TAKEN');
  return { row, award };
}

/** Which award a code is for; nothing is used up. */
export const seeClaimCode = procedure(awardsContract.seeClaimCode, typedOf, async (call, _input, typed) => {
  const { title, regionZh, year, awardZh } = (await insistUsable(call, typed)).award;
  return { title, regionZh, year, awardZh };
});

/** The caller says that the award is theirs. Name and number are sealed for whoever compares them, and kept no longer than that. */
export const claimAward = procedure(awardsContract.claimAward, typedOf, async (call, input, typed) => {
  const { row, award } = await insistUsable(call, typed);
  const number = checkPaperNumber('resident_id', input.idNumber, shanghaiDate(call.now));
  const wrong = {
    ...(!number.ok && { idNumber: number.message }),
    ...(!input.agreed && { agreed: consentMissing(claimConsent) }),
  };
  if (!number.ok || !input.agreed) throw new Refused('AWARDS_CLAIM_WRONG', undefined, wrong);
  const masked = { name: maskName(input.name), number: maskPaperNumber('resident_id', number.value) };
  const columns = {
    award_id: award.awardId,
    code_id: row.id,
    person_id: me(call),
    name_masked: masked.name,
    number_masked: masked.number,
    same_as_record:
      award.leaderEq === null ? null : award.leaderEq === leaderFingerprint(call, 'resident_id', number.value),
    asked_at: at(call.now),
  };
  const claimId = await begin(call, awardClaimNoun, columns, { awardId: award.awardId, codeId: row.id });
  await putSealed(call, claimOwner(claimId), 'name', { plain: input.name, masked: masked.name });
  await putSealed(call, claimOwner(claimId), 'idNumber', { plain: number.value, masked: masked.number });
  await giveConsent(call, claimId, claimConsent);
  await sql`update claim_code set used_at = ${at(call.now)} where id = ${row.id}`.execute(call.db);
  return { claimId };
});
