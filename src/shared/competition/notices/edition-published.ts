import { link } from '../../routes';
import type { CompetitionNotice } from '../notice';

export const editionPublished: CompetitionNotice = {
  notice: 'edition.published',
  event: 'edition.published',
  audience: 'everyRegion',
  title: ({ editionZh }) => `${editionZh}已发布`,
  body: ({ editionZh }) => `市里发布了${editionZh}的规则和赛程，各县（市、区）赛场已建好，请核对本地的日期和联系方式。`,
  link: () => link('home'),
  sample: { editionId: 'XH-2027', editionZh: '2027 年创业大赛' },
};
