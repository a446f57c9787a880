import { named } from '../../entry/notice-phrases';
import { openingZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import { sampleClass, type TrainingNotice } from '../notice';

export const classSoon: TrainingNotice = {
  notice: 'class.soon',
  event: 'class.soon',
  audience: 'classMembers',
  title: '培训班快开课了',
  body: ({ title, room, startsAt }) => `${named({ title })}${openingZh(startsAt)}开课，地点：${room}。`,
  link: ({ classId }) => link('policy/class', { classId }),
  phone: ({ title, room, startsAt }) => phoneWords('classSoon', { name: title, at: startsAt, place: room }),
  sample: sampleClass,
};
