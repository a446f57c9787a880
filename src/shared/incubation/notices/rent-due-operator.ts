import { formatYuan } from '../../kernel/money';
import { formatDateZh } from '../../kernel/shanghai';
import { link } from '../../routes';
import { type IncubationNotice, samplePlace } from '../notice';

export const rentDueOperator: IncubationNotice = {
  notice: 'rent.due.operator',
  event: 'rent.due',
  audience: 'placeOperator',
  title: ({ placeZh }) => `${placeZh}有一笔租金到期`,
  body: ({ dueOn, dueFen }) =>
    `${formatDateZh(dueOn)}起的一个月，减免后 ${formatYuan(dueFen)} 元。收到后请在基地看板登记。`,
  link: ({ applicationId }) => link('staff/application', { applicationId }),
  sample: { ...samplePlace, dueOn: '2026-12-01', dueFen: 60_000 },
};
