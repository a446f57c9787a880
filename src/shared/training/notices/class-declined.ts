import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { sampleClass, type TrainingNotice } from '../notice';

export const classDeclined: TrainingNotice = {
  notice: 'class.declined',
  event: 'class.declined',
  audience: 'classTrainers',
  title: '培训班没有确认',
  body: ({ title }) => `${named({ title })}没有通过市级确认。点开看理由，改好后可以重新提交。`,
  link: ({ classId }) => link('staff/class', { classId }),
  sample: sampleClass,
};
