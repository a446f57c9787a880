import { named } from '../../entry/notice-phrases';
import { lastMomentZh, openingZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import { sampleEnrolment, type TrainingNotice } from '../notice';

export const classOffer: TrainingNotice = {
  notice: 'class.offer',
  event: 'class.offered',
  audience: 'enrolledPerson',
  title: '培训班有名额了，请确认',
  body: ({ title, startsAt, untilAt }) =>
    `${named({ title })}${openingZh(startsAt)}开课，名额为您留到${lastMomentZh(untilAt ?? startsAt)}。点开确认。`,
  link: ({ classId }) => link('policy/class', { classId }),
  phone: ({ title, startsAt, untilAt, enrolmentId }) =>
    phoneWords(
      'classOffer',
      { name: title, at: untilAt ?? startsAt, place: '点开确认名额' },
      { subjectId: enrolmentId, until: untilAt ?? startsAt },
    ),
  sample: sampleEnrolment,
};
