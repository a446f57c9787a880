import { link } from '@shared/routes';
import { type BoothNotice, sampleBooth } from '../notice';

export const boothOverdue: BoothNotice = {
  notice: 'booth.overdue',
  event: 'booth.overdue',
  audience: 'asker',
  title: '展位逾期未还',
  body: ({ title }) => `“${title}”借的展位已逾期，请尽快归还。点开办理。`,
  link: () => link('workbench'),
  sample: sampleBooth,
};
