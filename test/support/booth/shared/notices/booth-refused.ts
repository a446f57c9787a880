import { link } from '@shared/routes';
import { type BoothNotice, sampleBooth } from '../notice';

export const boothRefused: BoothNotice = {
  notice: 'booth.refused',
  event: 'booth.refused',
  audience: 'asker',
  title: '没有借到展位',
  body: ({ title }) => `“${title}”没有借到展位，点开查看理由。`,
  link: () => link('workbench'),
  sample: sampleBooth,
};
