import { named } from '../../entry/notice-phrases';
import { openingZh } from '../../kernel/moment-words';
import { link } from '../../routes';
import { sampleClass, type TrainingNotice } from '../notice';

export const classProposed: TrainingNotice = {
  notice: 'class.proposed',
  event: 'class.proposed',
  audience: 'classCity',
  onlyWhen: ({ topicId }) => topicId === null,
  title: '有培训班等待确认',
  body: ({ title, organisationZh, startsAt }) =>
    `${organisationZh}计划${openingZh(startsAt)}开${named({ title })}。请核对时间、课时和人数。`,
  link: ({ classId }) => link('staff/class', { classId }),
  sample: { ...sampleClass, topicId: null },
};
