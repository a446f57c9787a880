import { receivers } from '@shared/referral/consents';
import { referralLifecycle } from '@shared/referral/lifecycle';
import { sql } from 'kysely';
import { move } from '../cases/move';
import type { ConsentHolder } from '../forms/consent-holder';
import type { Call } from '../rpc/call';
import { Refused } from '../rpc/refused';
import { freed } from './decide';
import { referralNoun } from './moves';
import { type Referral, readReferrals, referralOf } from './subjects';

const canLeave = ({ state }: Referral): boolean => referralLifecycle.moves.withdraw.from.includes(state);

/** Ends a referral by its person where they may leave still; their place goes to the next in reserve. */
export async function takeBack(call: Call, referral: Referral): Promise<void> {
  const command = referral.state === referralLifecycle.initial ? 'decline' : 'withdraw';
  if (command === 'withdraw' && !canLeave(referral)) return;
  await move(call, referralNoun, referral, { command, version: referral.version });
  if (command === 'withdraw') await freed(call, referral);
}

/** Without it nothing may go up, so that the referral ends with it. */
const needed = `${referralLifecycle.name}.${receivers[0]?.code}`;

/** Consents to what a referral hands up: without the province's it goes no further, without the nation's it goes no further than the province. */
export const referralConsentHolder: ConsentHolder = {
  kind: referralLifecycle.name,
  async titles(call, ids) {
    const rows = await readReferrals(call, sql`where r.id = any(${[...ids]}::uuid[])`);
    return new Map(rows.map(({ referralId, title, upperZh }) => [referralId, `${upperZh}推荐：${title}`]));
  },
  async foresee(call, referralId, consent) {
    const referral = await referralOf(call, { referralId }, false);
    if (!referral || consent !== needed)
      return { effectsZh: ['不再向这个单位报送材料', '已报送的由收到的单位按规定处理'] };
    return {
      effectsZh: canLeave(referral)
        ? ['立即退出推荐，不能恢复', '不再报送材料，名额由备选依次递补', '已报送的由上级赛事按规定处理']
        : ['推荐已办结，记录依法保留', '不再报送材料'],
    };
  },
  async withdraw(call, referralId, { kind }) {
    const referral = await referralOf(call, { referralId }, true);
    if (!referral) throw new Refused('NOT_FOUND');
    if (kind === needed) await takeBack(call, referral);
  },
};
