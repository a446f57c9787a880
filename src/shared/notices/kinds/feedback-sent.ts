import { formatDateZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import type { FeedbackNotice } from '../notice';

export const feedbackSent: FeedbackNotice = {
  about: 'feedback',
  notice: 'feedback.sent',
  event: 'feedback.sent',
  audience: 'city',
  title: '有新的意见待答复',
  body: ({ reference, kindZh, dueDate }) => `收到一条${kindZh}（${reference}），请在${formatDateZh(dueDate)}前答复。`,
  link: () => link('staff/feedback'),
  sample: { reference: 'TS-20261124-0001', kindZh: '投诉', dueDate: '2026-12-15' },
};
