import { entryLifecycle } from '@shared/entry/lifecycle';
import { personalConsent } from '@shared/entry/personal-consent';
import { withdrawable } from '@shared/entry/terms/taking-back';
import { move } from '../../cases/move';
import type { ConsentHolder } from '../../forms/consent-holder';
import { emit } from '../../platform/outbox';
import { at } from '../../platform/schema';
import { type Call, me } from '../../rpc/call';
import { Refused } from '../../rpc/refused';
import { entryNoun } from '../moves';
import { type EntryHead, entryHead } from '../subjects';
import { leaveQuietly } from '../team/end-membership';
import { titleOf } from '../views/title-of';
import { forgetLeader, forgetSealed } from './forget-sealed';

/** The name of an entry is shown to the public no more; what it won stands. */
export const hideFromPublic = ({ db, now }: Call, entryId: string) =>
  db
    .updateTable('entry')
    .set({ hidden_at: at(now) })
    .where('id', '=', entryId)
    .where('hidden_at', 'is', null)
    .execute();

/**
 * What the end of a consent means for an entry (rules §9): nothing that happened is undone; before it is ranked a leader without consent is out; what
 * a law keeps stays.
 */
type Outcome = 'emptied' | 'withdrawn' | 'recorded' | 'left' | 'hidden';

function outcomeOf(call: Call, head: EntryHead, consent: string, kept: boolean): Outcome {
  if (consent !== personalConsent) return 'hidden';
  if (head.leaderId !== me(call)) return 'left';
  if (entryLifecycle.states[head.state].editable) return 'emptied';
  const from: readonly string[] = entryLifecycle.moves.withdraw.from;
  return !kept && from.includes(head.state) && withdrawable(head) === null ? 'withdrawn' : 'recorded';
}

const effects: Readonly<Record<Outcome, readonly string[]>> = {
  emptied: ['立即删除已填的证件号码、手机号和证件照片', '提交报名前须重新同意并填写'],
  withdrawn: [
    '项目立即退赛，不能恢复',
    '立即删除证件号码、手机号和证件照片，包括提交时的副本',
    '团队和审核人员会收到通知',
  ],
  recorded: ['立即删除还保存着的证件号码、手机号和证件照片', '参赛和获奖的记录依法保留，撤回以前的审核仍然有效'],
  left: ['您立即退出这个团队，您的手机号同时删除', '负责人和审核人员会收到通知'],
  hidden: ['大赛页面和宣传不再展示项目名称和简介', '参赛、审核和获奖结果不受影响'],
};

const sentIn = (head: EntryHead): boolean => head.reference !== null;

/** Consents to what stands in an entry: its leader's, and each member's own. */
export const entryConsents: ConsentHolder = {
  kind: 'entry',
  async titles({ db }, ids) {
    const rows = await db.selectFrom('entry').select(['id', 'title']).where('id', 'in', ids).execute();
    return new Map(rows.map(({ id, title }) => [id, titleOf(title)]));
  },
  async foresee(call, entryId, consent, kept) {
    const head = await entryHead(call, entryId, false);
    if (!head) return { effectsZh: ['记下撤回时间'] };
    return { effectsZh: effects[outcomeOf(call, head, consent, kept)] };
  },
  async withdraw(call, entryId, consent, kept) {
    const head = await entryHead(call, entryId, true);
    if (!head) throw new Refused('NOT_FOUND');
    const outcome = outcomeOf(call, head, consent.kind, kept);
    if (outcome === 'withdrawn') await move(call, entryNoun, head, { command: 'withdraw', version: head.version });
    if (outcome === 'emptied') await forgetLeader(call, entryId);
    if (outcome === 'withdrawn' || outcome === 'recorded') await forgetSealed(call.db, [entryId], call.now);
    if (outcome === 'left') await leaveQuietly(call, entryId);
    else if (outcome !== 'emptied') await hideFromPublic(call, entryId);
    if (sentIn(head))
      await emit(call, 'consent.withdrawn', `entry:${entryId}`, {
        entryId,
        title: titleOf(head.title),
        regionId: head.regionId,
        regionZh: head.regionZh,
        by: me(call),
        consentZh: consent.zh,
      });
  },
};
