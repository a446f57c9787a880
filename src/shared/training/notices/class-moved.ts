import { named } from '../../entry/notice-phrases';
import { openingZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { phoneWords } from '../../telling/templates';
import { sampleClass, type TrainingNotice } from '../notice';

export const classMoved: TrainingNotice = {
  notice: 'class.moved',
  event: 'class.moved',
  audience: 'classMembers',
  title: '培训班改了时间或地点',
  body: ({ title, room, startsAt }) =>
    `${named({ title })}改为${openingZh(startsAt)}开课，地点：${room}。点开看全部课时。`,
  link: ({ classId }) => link('policy/class', { classId }),
  phone: ({ title, room, startsAt }) => phoneWords('classSoon', { name: title, at: startsAt, place: room }),
  sample: sampleClass,
};
