import { shanghaiDate } from '@shared/kernel/shanghai';
import type { KnownFacts } from '@shared/policies/known';
import { opensFor } from '@shared/policies/opens';
import { answerOf } from '@shared/policies/policy';
import { knownFactsOfMany, type Version, versionsOn } from '../policies/queries';
import type { Call } from '../rpc/call';

type Verdict = 'pass' | 'fail' | 'unknown';

/** Whether somebody may be referred, each condition of the policy in words (rules §6, eligibleFrom). */
export type Eligibility = { verdict: Verdict; reasons: Array<{ zh: string; verdict: Verdict | 'asked' }> };

/** The policy by which it is judged. */
const policy = 'referral';

/**
 * Judges people by the policy of referral as of the upper contest's cut-off.
 * @param agreed of each, whether their material may go up; null: they have not answered; a consent here is worth more than what was declared elsewhere
 * @param on the cut-off, `YYYY-MM-DD`
 * @returns in the order of the people
 */
export async function judgeReferrals(
  call: Call,
  people: ReadonlyArray<{ personId: string; agreed: boolean | null }>,
  on: string,
): Promise<Eligibility[]> {
  const [version] = await versionsOn(call.db, shanghaiDate(call.now), policy);
  const known = await knownFactsOfMany(
    call.db,
    people.map(({ personId }) => personId),
  );
  return people.map(({ personId, agreed }) =>
    eligibilityBy(
      call,
      version,
      { ...known.get(personId), consentUpward: agreed === null ? undefined : consent(agreed, on) },
      on,
    ),
  );
}

const consent = (value: boolean, on: string) => ({ value, source: 'application' as const, on });

function eligibilityBy(call: Call, version: Version | undefined, known: KnownFacts, on: string): Eligibility {
  const today = shanghaiDate(call.now);
  if (!version?.definition) return shut('上级赛事推荐的政策还没有发布');
  const opens = opensFor(version, today, call.home.mode);
  if (!opens.ok) return shut(opens.message);
  const answer = answerOf(
    { ...version, ...version.definition, effectiveFrom: null, effectiveTo: null },
    known,
    on,
    '获奖人',
  );
  return {
    verdict: answer.verdict ?? 'unknown',
    reasons: answer.lines
      .filter(({ kind, matters }) => kind === 'leaf' && matters)
      .map(({ zh, verdict, fact }) => ({
        zh,
        verdict: fact === 'consentUpward' && verdict === 'unknown' ? 'asked' : verdict,
      })),
  };
}

const shut = (zh: string): Eligibility => ({ verdict: 'fail', reasons: [{ zh, verdict: 'fail' }] });

const nothingKnown: Eligibility = { verdict: 'unknown', reasons: [{ zh: '推荐条件', verdict: 'unknown' }] };

/** What does not hold, or has to be checked, in one sentence; '' when all of it holds. */
export function lacksZh({ reasons }: Eligibility = nothingKnown): string {
  const of = (verdict: Verdict | 'asked') =>
    reasons.filter((reason) => reason.verdict === verdict).map(({ zh }) => `“${zh}”`);
  const [failed, unknown, asked] = [of('fail'), of('unknown'), of('asked')];
  return [
    ...(failed.length > 0 ? [`不符合：${failed.join('、')}`] : []),
    ...(asked.length > 0 ? [`待本人答复：${asked.join('、')}`] : []),
    ...(unknown.length > 0 ? [`待核对：${unknown.join('、')}`] : []),
  ].join('；');
}
