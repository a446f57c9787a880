import { link } from '../../routes';
import type { PeopleNotice } from '../notice';

export const contentJudged: PeopleNotice = {
  notice: 'content.judged',
  event: 'content.judged',
  audience: 'writer',
  title: ({ fieldZh, taken }) => (taken ? `“${fieldZh}”已核对，可以使用` : `“${fieldZh}”不能使用，请修改`),
  body: ({ entryId, applicationId, taken, why }) => {
    if (taken) return '您填写的内容已核对，不用再办理。';
    const where =
      entryId === null && applicationId === null ? '请在“设置”中换一个。' : '请修改；已提交的，退回补正时一并修改。';
    return `原因：${why.replace(/[。.]$/, '')}。${where}在此之前不公开显示。`;
  },
  link: ({ entryId, applicationId }) => {
    if (applicationId !== null) return link('policy/application', { applicationId });
    return entryId === null ? link('account/settings') : link('entry/status', { entryId });
  },
  sample: {
    personId: '01930000-0000-7000-8000-000000000001',
    fieldZh: '项目名称',
    entryId: '01930000-0000-7000-8000-000000000002',
    applicationId: null,
    taken: false,
    why: '像是广告',
  },
};
