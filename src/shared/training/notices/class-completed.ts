import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { sampleEnrolment, type TrainingNotice } from '../notice';

export const classCompleted: TrainingNotice = {
  notice: 'class.done',
  event: 'class.completed',
  audience: 'enrolledPerson',
  title: '培训已结业',
  body: ({ title }) => `您已完成${named({ title })}，结业证书可以下载。`,
  link: ({ classId }) => link('policy/class', { classId }),
  sample: { ...sampleEnrolment, untilAt: null },
};
