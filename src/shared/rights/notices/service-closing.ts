import type { NoticeOf } from '../../kernel/define-notice';
import { formatFullDateZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import type { RightsEvents } from '../events';

export type RightsAudiences = { whoseData: { scope: string } };

export const serviceClosing: NoticeOf<RightsEvents, RightsAudiences> = {
  notice: 'service.closing',
  event: 'service.closing',
  audience: 'whoseData',
  title: ({ whatZh }) => `${whatZh}将停止服务`,
  body: ({ closesOn }) =>
    `${formatFullDateZh(closesOn)}起停止。哪些内容留存、保存到什么时候，请点开查看；需要的请先在“我的数据”导出。`,
  link: () => link('open/privacy'),
  sample: { scope: 'service', whatZh: '星火项目创业大赛', closesOn: '2027-12-31' },
};
