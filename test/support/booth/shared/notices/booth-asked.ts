import { link } from '@shared/routes';
import { type BoothNotice, sampleBooth } from '../notice';

export const boothAsked: BoothNotice = {
  notice: 'booth.asked',
  event: 'booth.asked',
  audience: 'office',
  title: '有新的展位申请',
  body: ({ title }) => `“${title}”申请展位，请答复。`,
  link: () => link('workbench'),
  sample: sampleBooth,
};
