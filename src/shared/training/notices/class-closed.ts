import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { sampleEnrolment, type TrainingNotice } from '../notice';

export const classClosed: TrainingNotice = {
  notice: 'class.closed',
  event: 'class.closed',
  audience: 'enrolledPerson',
  title: '这期培训没有排上',
  body: ({ title }) => `${named({ title })}已开课，候补没有排到您。用了培训券的已退回。点开看其他班。`,
  link: () => link('policy/classes'),
  sample: { ...sampleEnrolment, untilAt: null },
};
