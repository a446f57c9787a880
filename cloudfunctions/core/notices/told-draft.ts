import type { DraftFacts } from '@shared/notices/notice';
import type { OutboxEvent } from '../platform/deliver';
import type { Told } from './told-entry';

/** What is told of a draft that is gone, and to whom: everything stands in the event. */
export function readToldDraft({ payload }: OutboxEvent): Told<'members', DraftFacts> {
  const { title, memberIds } = payload;
  const members = Array.isArray(memberIds) ? memberIds.filter((id): id is string => typeof id === 'string') : [];
  return { facts: { title: (typeof title === 'string' && title) || '未命名项目' }, people: { members } };
}
