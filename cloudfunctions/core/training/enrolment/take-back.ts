import { enrolmentLifecycle } from '@shared/training/enrolment/lifecycle';
import { sql } from 'kysely';
import type { ConsentHolder } from '../../forms/consent-holder';
import { forgetValues } from '../../forms/sealed-values';
import type { Call } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { tidy } from '../class/seats';
import { leave } from './enrol';
import { type EnrolmentHead, enrolmentOf, readEnrolments } from './enrolments';

const isLive = ({ state }: EnrolmentHead): boolean => enrolmentLifecycle.states[state].live === true;

/** Gives up a place that is still live; what was finished stays as it is. */
export async function takeBack(call: Call, mine: EnrolmentHead): Promise<void> {
  if (!isLive(mine)) return;
  await leave(call, mine, mine.version);
  await tidy(call, mine.classId);
}

/** Consents to what a trainer is handed: without it nobody is in a class (rules §9). */
export const enrolmentConsents: ConsentHolder = {
  kind: enrolmentLifecycle.name,
  async titles(call, ids) {
    const rows = await readEnrolments(call, sql`e.id = any(${[...ids]}::uuid[])`);
    return new Map(rows.map(({ enrolmentId, title }) => [enrolmentId, title]));
  },
  async foresee(call, enrolmentId) {
    const mine = await enrolmentOf(call, { enrolmentId }, false);
    if (!mine) return { effectsZh: ['记下撤回时间'] };
    const forgotten = '立即删除留给培训机构的手机号';
    return { effectsZh: isLive(mine) ? ['培训报名立即取消，名额留给下一位', forgotten] : [forgotten] };
  },
  async withdraw(call, enrolmentId) {
    const mine = await enrolmentOf(call, { enrolmentId }, true);
    if (!mine) throw new Refused('NOT_FOUND');
    await takeBack(call, mine);
    await forgetValues(call.db, [enrolmentId]);
  },
};
