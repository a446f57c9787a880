import { shanghaiDate } from '@shared/kernel/shanghai';
import { referralConsents } from '@shared/referral/consents';
import { referralContract } from '@shared/referral/contract';
import { referralLifecycle } from '@shared/referral/lifecycle';
import type { ReferralCommand } from '@shared/referral/states';
import { sql } from 'kysely';
import { insistMovable, move } from '../cases/move';
import { type ConsentRow, settleConsents } from '../forms/consents';
import { keepFacts } from '../policies/moves';
import type { Call } from '../rpc/call';
import { procedure } from '../rpc/procedure';
import { Refused } from '../rpc/refused';
import { judgeReferrals, lacksZh } from './eligibility';
import { referralNoun } from './moves';
import { type Referral, referralOf } from './subjects';
import { moveUp } from './track';

/** The person takes part: one consent a receiver, and only then does anything of theirs go on. */
export const agree = procedure(referralContract.agree, referralOf, async (call, { version, consents }, referral) => {
  await insistMovable(call, referralNoun, referral, { command: 'agree', version });
  await settleConsents(call, ownerOf(referral), {
    texts: referralConsents,
    consents: await consentsOf(call, referral),
    wanted: consents,
    open: true,
  });
  const given = await consentsOf(call, referral);
  if (referralConsents.some((text) => text.required && !given.some(({ kind }) => kind === text.kind)))
    throw new Refused('FORM_CONSENT_FIRST');
  return move(call, referralNoun, referral, { command: 'agree', version });
});

export const ownerOf = ({ referralId }: Pick<Referral, 'referralId'>) => ({
  kind: referralLifecycle.name,
  id: referralId,
});

/** The consents of its person that stand. */
export async function consentsOf(call: Call, { referralId, personId }: Referral): Promise<ConsentRow[]> {
  const { rows } = await sql<ConsentRow>`select * from consent
    where subject_id = ${referralId} and person_id = ${personId} and withdrawn_at is null`.execute(call.db);
  return rows;
}

const isButton = (name: string): name is ReferralCommand =>
  Object.hasOwn(referralLifecycle.moves, name) && referralLifecycle.moves[name as ReferralCommand].elsewhere !== true;

/** Any move that has a button; who may, and when, the lifecycle says. */
export const moveReferral = procedure(referralContract.moveReferral, referralOf, async (call, order, referral) => {
  const { move: command, version, reason } = order;
  if (!isButton(command)) throw new Refused('REFERRAL_NO_SUCH_MOVE');
  const moved = await move(call, referralNoun, referral, { command, version, input: { reason } }, async () => {
    if (command === 'confirm') await insistEligible(call, referral);
    return {};
  });
  if (command === 'withdraw') await freed(call, referral);
  return moved;
});

/** Whoever had a place leaves it to the next in reserve. */
export async function freed(call: Call, { state, noticeId, track }: Referral): Promise<void> {
  if (state === 'recommended') await moveUp(call, { noticeId, track });
}

/** What is still to be checked is checked before a region puts its name to it. */
async function insistEligible(call: Call, referral: Referral): Promise<void> {
  const [eligibility] = await judgeReferrals(call, [referral], referral.cutoffOn);
  if (eligibility?.verdict !== 'pass') throw new Refused('REFERRAL_NOT_ELIGIBLE', lacksZh(eligibility));
}

/** How it ended above: told to its person, and a fact of theirs from then on, by which later contests judge. */
export const recordResult = procedure(
  referralContract.recordResult,
  referralOf,
  async (call, { version, won, resultZh }, referral) => {
    const moved = await move(
      call,
      referralNoun,
      referral,
      { command: 'record', version, input: { reason: resultZh } },
      async () => ({ details: { won } }),
    );
    const { personId, referralId, upperZh } = referral;
    const fact = 'upperWinnerBefore' as const;
    // Who won nothing here may have won elsewhere before: that is not said away.
    if (won)
      await keepFacts(call, [
        {
          personId,
          fact,
          value: true,
          source: 'staff',
          on: shanghaiDate(call.now),
          sourceZh: `${upperZh}结果：${resultZh}`,
          subjectId: referralId,
        },
      ]);
    return moved;
  },
);
