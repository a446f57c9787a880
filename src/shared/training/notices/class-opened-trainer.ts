import { named } from '../../entry/notice-phrases';
import { openingZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { sampleClass, type TrainingNotice } from '../notice';

export const classOpenedTrainer: TrainingNotice = {
  notice: 'class.opened.trainer',
  event: 'class.opened',
  audience: 'classTrainers',
  title: '培训班已确认，开放报名',
  body: ({ title, startsAt }) => `${named({ title })}${openingZh(startsAt)}开课，报名的人列在名单里。点开看名单。`,
  link: ({ classId }) => link('staff/class', { classId }),
  sample: sampleClass,
};
