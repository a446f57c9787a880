import { link } from '../../routes';
import type { CompetitionNotice } from '../notice';

export const editionChanged: CompetitionNotice = {
  notice: 'edition.changed',
  event: 'edition.changed',
  audience: 'everyRegion',
  title: ({ partZh }) => `“${partZh}”有改动`,
  body: ({ editionZh, partZh, reason }) =>
    `${editionZh}的“${partZh}”已改动，原因：${reason}。已经提交的项目仍按提交时的规定审核，填写中的按新规定。`,
  link: () => link('home'),
  sample: {
    editionId: 'XH-2027',
    editionZh: '2027 年创业大赛',
    part: 'phases',
    partZh: '赛程阶段',
    reason: '报名延长一周',
  },
};
