import { link } from '../../routes';
import type { FeedbackNotice } from '../../notices/notice';

export const feedbackAnswered: FeedbackNotice = {
  about: 'feedback',
  notice: 'feedback.answered',
  event: 'feedback.answered',
  audience: 'sender',
  title: ({ kindZh }) => `您的${kindZh}已答复`,
  body: ({ kindZh }) => `您提交的${kindZh}已答复，请点开查看。如仍有疑问，可以再次提交。`,
  link: () => link('account/complaint'),
  sample: { reference: 'TS-20261124-0001', kindZh: '投诉', dueDate: '2026-12-15' },
};
