import { link } from '../../routes';
import { type PeopleNotice, sampleFeedback } from '../notice';

export const feedbackAnswered: PeopleNotice = {
  notice: 'feedback.answered',
  event: 'feedback.answered',
  audience: 'sender',
  title: ({ kindZh }) => `您的${kindZh}已答复`,
  body: ({ kindZh }) => `您提交的${kindZh}已答复，请点开查看。如仍有疑问，可以再次提交。`,
  link: () => link('account/complaint'),
  sample: sampleFeedback,
};
