import { formatDateZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import { type PeopleNotice, sampleFeedback } from '../notice';

export const feedbackSent: PeopleNotice = {
  notice: 'feedback.sent',
  event: 'feedback.sent',
  audience: 'city',
  title: ({ kindZh }) => `新收到 1 条${kindZh}待答复`,
  body: ({ kindZh, dueDate }) => `收到 1 条${kindZh}，请最迟${formatDateZh(dueDate)}答复。点开办理。`,
  link: () => link('staff/feedback'),
  sample: sampleFeedback,
};
