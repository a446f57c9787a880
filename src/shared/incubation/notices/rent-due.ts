import { formatYuan } from '../../kernel/money';
import { formatDateZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import { type IncubationNotice, samplePlace } from '../notice';

export const rentDue: IncubationNotice = {
  notice: 'rent.due',
  event: 'rent.due',
  audience: 'placeTenant',
  title: ({ placeZh }) => `${placeZh}有一笔租金到期`,
  body: ({ dueOn, dueFen }) =>
    `${formatDateZh(dueOn)}起的一个月，减免后 ${formatYuan(dueFen)} 元。请按协议付给基地，小程序不收款。`,
  link: ({ applicationId }) => link('policy/stay', { applicationId }),
  sample: { ...samplePlace, dueOn: '2026-12-01', dueFen: 60_000 },
};
