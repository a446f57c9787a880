import { link } from '@shared/routes';
import { type BoothNotice, sampleBooth } from '../notice';

export const boothOverdueOffice: BoothNotice = {
  notice: 'booth.overdue.office',
  event: 'booth.overdue',
  audience: 'office',
  title: '有展位逾期未还',
  body: ({ title }) => `“${title}”借的展位已逾期，请联系申请人归还。`,
  link: () => link('workbench'),
  sample: sampleBooth,
};
