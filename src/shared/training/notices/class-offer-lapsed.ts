import { named } from '../../entry/notice-phrases';
import { link } from '../../routes';
import { sampleEnrolment, type TrainingNotice } from '../notice';

export const classOfferLapsed: TrainingNotice = {
  notice: 'class.offerLapsed',
  event: 'class.offerLapsed',
  audience: 'enrolledPerson',
  title: '培训名额已留给下一位',
  body: ({ title }) => `${named({ title })}的名额没有在时限内确认。用了培训券的已退回，可以再报名候补。`,
  link: ({ classId }) => link('policy/class', { classId }),
  sample: { ...sampleEnrolment, untilAt: null },
};
