import { lastMomentZh } from '@shared/kernel/moment-words';
import { link } from '@shared/routes';
import { type BoothNotice, sampleBooth } from '../notice';

export const boothLent: BoothNotice = {
  notice: 'booth.lent',
  event: 'booth.lent',
  audience: 'asker',
  title: '已借到展位',
  body: ({ title, dueAt }) =>
    `“${title}”已借到展位${dueAt === null ? '' : `，请在${lastMomentZh(dueAt)} 前归还`}。点开查看。`,
  link: () => link('workbench'),
  sample: sampleBooth,
};
