import { entryContract } from '@shared/entry/contract';
import { type LateContest, letsIn } from '@shared/entry/late/who';
import { lastMomentZh } from '@shared/kernel/moment-words';
import { endOfDayExclusive, toShanghai } from '@shared/kernel/shanghai';
import { shownCode } from '@shared/kernel/typed/spoken-code';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { drawCode, hashCode } from '../../platform/crypto/spoken-code';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { type Load, noSubject, procedure } from '../../rpc/procedure';
import { Refused } from '../../rpc/refused';
import { type ClosedContest, closedContests } from './closed-contests';
import { isUsable, lateCodeOf } from './code-rows';

const mostCodes = 100;

const wrong = (field: string, sentence: string) => new Refused('ENTRY_LATE_WRONG', undefined, { [field]: sentence });

/** The contest for which a code is wanted, of an edition that runs. */
const contestOf: Load<{ contestId: string }, LateContest & ClosedContest> = async (call, { contestId }) =>
  (await closedContests(call, sql`c.id = ${contestId}`))[0] ?? null;

/** Makes a code by which somebody may still enter after sign-up. It is told in this answer and nowhere else. */
export const makeLateCode = procedure(entryContract.makeLateCode, contestOf, async (call, input, contest) => {
  const endsAt = endOfDayExclusive(input.lastDay);
  insistEnd(contest, endsAt, call.now);
  if (input.trackCode !== null && !contest.tracks.some(({ code }) => code === input.trackCode))
    throw wrong('trackCode', '请重新选择赛道');
  await insistFewCodes(call);
  const codeId = call.newId();
  const code = drawCode((bytes) => call.home.random(bytes));
  await call.db
    .insertInto('late_code')
    .values({
      id: codeId,
      code_hash: await hashCode(code),
      contest_id: input.contestId,
      track_code: input.trackCode,
      reason: input.reason,
      uses: input.uses,
      made_by: me(call),
      made_by_key: call.key,
      made_at: at(call.now),
      ends_at: at(endsAt),
      voided_by: null,
    })
    .execute();
  await audit(call, `lateCode:${codeId}`, 'entry/makeLateCode', {
    contestId: input.contestId,
    trackCode: input.trackCode,
    uses: input.uses,
    endsAt: toShanghai(endsAt),
  });
  return { codeId, code: shownCode(code), endsAt: toShanghai(endsAt) };
});

/** What comes late has to be reviewed like all else, so that no code reaches beyond the review; nor does one that ends with sign-up open anything. */
function insistEnd({ closesAt, reviewEnds }: ClosedContest, endsAt: number, now: number): void {
  if (endsAt <= now) throw wrong('lastDay', '这一天已经过去，请重新选择');
  if (closesAt === null) throw wrong('contestId', '这个赛场的报名时间待定，不用补报');
  if (endsAt <= closesAt) throw wrong('lastDay', `报名${lastMomentZh(closesAt)} 才截止，补报要晚于这个时间`);
  if (reviewEnds !== null && endsAt > reviewEnds)
    throw wrong('lastDay', `不能晚于审核结束的时间${lastMomentZh(reviewEnds)}`);
}

/** Sent again, the act makes another code; the first, which nobody may have seen, is void. A person's codes wait for each other. */
async function insistFewCodes(call: Call): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lateCodes:${me(call)}`}, 0))`.execute(call.db);
  await sql`update late_code set voided_at = ${at(call.now)}, voided_by = made_by
    where made_by = ${me(call)} and made_by_key = ${call.key} and voided_at is null`.execute(call.db);
  const { rows } = await sql<{ codes: number }>`select count(*)::int as codes from late_code l
    where l.made_by = ${me(call)} and ${isUsable(call.now)}`.execute(call.db);
  if ((rows[0]?.codes ?? 0) >= mostCodes) throw new Refused('ENTRY_TOO_MANY_LATE_CODES');
}

/** Where the reader may make codes now: the contests of the running edition whose sign-up has a time. */
export const lateChoices = procedure(entryContract.lateChoices, noSubject, async (call) => {
  const contests = await closedContests(call, sql`true`);
  return {
    contests: contests
      .filter((contest) => contest.closesAt !== null && letsIn.decide(call.actor, contest).ok)
      .map(({ contestId, regionZh, closesAt, reviewEnds, tracks }) => ({
        contestId,
        regionZh,
        signUpClosesAt: toShanghai(closesAt ?? 0),
        latestEnd: reviewEnds === null ? null : toShanghai(reviewEnds),
        tracks,
      })),
  };
});

/** Makes a code void; of one that is so already nothing changes. Whoever came by it keeps the time that they were told. */
export const voidLateCode = procedure(entryContract.voidLateCode, lateCodeOf, async (call, { codeId }, code) => {
  if (code.voidedAt === null) {
    await call.db
      .updateTable('late_code')
      .set({ voided_at: at(call.now), voided_by: me(call) })
      .where('id', '=', codeId)
      .execute();
    await audit(call, `lateCode:${codeId}`, 'entry/voidLateCode', { used: code.used });
  }
  return { ok: true as const };
});
