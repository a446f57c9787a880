import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { sampleEnrolment, type TrainingNotice } from '../notice';

export const classFailed: TrainingNotice = {
  notice: 'class.done.failed',
  event: 'class.failed',
  audience: 'enrolledPerson',
  title: '培训没有达到结业要求',
  body: ({ title }) => `${named({ title })}已结束。点开看课时和考核结果。有疑问请联系培训机构。`,
  link: ({ classId }) => link('policy/class', { classId }),
  sample: { ...sampleEnrolment, untilAt: null },
};
