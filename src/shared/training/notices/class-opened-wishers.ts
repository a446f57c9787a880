import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { sampleClass, type TrainingNotice } from '../notice';

export const classOpenedWishers: TrainingNotice = {
  notice: 'class.opened',
  event: 'class.opened',
  audience: 'topicWishers',
  onlyWhen: ({ topicId }) => topicId !== null,
  title: '您想参加的培训开班了',
  body: ({ title }) => `${named({ title })}已开班，名额按顺序留给报过意愿的人。点开看是否轮到您。`,
  link: ({ classId }) => link('policy/class', { classId }),
  sample: sampleClass,
};
