import { lastMomentZh } from '../../kernel/moment-words';
import { type Refusal, refuse } from '../../kernel/result';
import type { EntrySubject } from '../subject';
import { isDeletable } from './deletable';

/** A recalled first submission has to be sent in again while sign-up lasts, a recalled correction within its own term. */
export function recallWords(entry: EntrySubject, now: number): string {
  const dueAt = entry.state === 'submitted' ? (entry.signUp?.closesAt ?? null) : entry.correctionDueAt;
  const by = dueAt === null ? '尽快' : `在${lastMomentZh(dueAt, now)} 前`;
  const orElse = entry.state === 'submitted' ? '否则视为未报名' : '逾期报名失效';
  return `撤回后可以继续修改，团队和审核人员会收到通知。请${by}重新提交，${orElse}。撤回不是退赛。`;
}

/** It took part in an edition that is over. */
export const tookPart = (entry: EntrySubject): boolean => entry.state === 'qualified' && !entry.ofCurrentEdition;

/** A draft that nobody else ever saw is deleted instead (`offered-moves.ts`); what took part in an edition that is over did so for good. */
export const withdrawable = (entry: EntrySubject): Refusal | null => {
  if (isDeletable(entry)) return refuse('ENTRY_NEVER_SUBMITTED', '还没有提交过的项目不用退赛，可以删除草稿');
  return tookPart(entry) ? refuse('ENTRY_EDITION_OVER', '往届项目不能退赛') : null;
};

/** @param gentler it could be recalled instead */
export function withdrawWords(entry: EntrySubject, gentler: boolean): string {
  const told = entry.state === 'draft' ? '团队会收到通知。' : '团队和审核人员会收到通知。';
  return `退赛后不能恢复，本届已填内容不再有效。${told}${gentler ? '只想改内容，请用“撤回修改”。' : ''}`;
}
