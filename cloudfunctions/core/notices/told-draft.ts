import type { DraftFacts } from '@shared/notices/notice';
import type { OutboxEvent } from '../platform/deliver';

/** What is told of a draft that is gone: everything stands in the event. */
export function readToldDraft({ payload: { title } }: OutboxEvent): DraftFacts {
  return { title: (typeof title === 'string' && title) || '未命名项目' };
}
