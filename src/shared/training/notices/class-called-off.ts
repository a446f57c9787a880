import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import { sampleEnrolment, type TrainingNotice } from '../notice';

export const classCalledOff: TrainingNotice = {
  notice: 'class.calledOff',
  event: 'class.calledOff',
  audience: 'enrolledPerson',
  title: '培训班取消',
  body: ({ title }) => `${named({ title })}不再开课，您的报名已取消。用了培训券的已退回。点开看原因和其他班。`,
  link: ({ classId }) => link('policy/class', { classId }),
  phone: ({ title, startsAt }) => phoneWords('classSoon', { name: title, at: startsAt, place: '已取消，点开看原因' }),
  sample: { ...sampleEnrolment, untilAt: null },
};
