import { entryContract } from '@shared/entry/contract';
import { type LateContest, letsIn } from '@shared/entry/late/who';
import { lastMomentZh } from '@shared/kernel/moment-words';
import { endOfDayExclusive, toShanghai } from '@shared/kernel/shanghai';
import { sql } from 'kysely';
import { audit } from '../../platform/audit/audit';
import { at } from '../../platform/schema';
import { codesOut, freshCode } from '../../platform/spoken-codes';
import { me } from '../../rpc/call';
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
  const out = await codesOut(call, { table: 'late_code', as: 'l', usable: isUsable(call.now) });
  if (out >= mostCodes) throw new Refused('ENTRY_TOO_MANY_LATE_CODES');
  const { shown, row } = await freshCode(call);
  const codeId = row.id;
  await call.db
    .insertInto('late_code')
    .values({
      ...row,
      contest_id: input.contestId,
      track_code: input.trackCode,
      reason: input.reason,
      uses: input.uses,
      ends_at: at(endsAt),
    })
    .execute();
  await audit(call, `lateCode:${codeId}`, 'entry/makeLateCode', {
    contestId: input.contestId,
    trackCode: input.trackCode,
    uses: input.uses,
    endsAt: toShanghai(endsAt),
  });
  return { codeId, code: shown, endsAt: toShanghai(endsAt) };
});

/** What comes late has to be reviewed like all else, so that no code reaches beyond the review; nor does one that ends with sign-up open anything. */
function insistEnd({ closesAt, reviewEnds }: ClosedContest, endsAt: number, now: number): void {
  if (endsAt <= now) throw wrong('lastDay', '这一天已经过去，请重新选择');
  if (closesAt === null) throw wrong('contestId', '这个赛场的报名时间待定，不用补报');
  if (endsAt <= closesAt) throw wrong('lastDay', `报名${lastMomentZh(closesAt, now)} 才截止，补报要晚于这个时间`);
  if (reviewEnds !== null && endsAt > reviewEnds)
    throw wrong('lastDay', `不能晚于审核结束的时间${lastMomentZh(reviewEnds, now)}`);
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
