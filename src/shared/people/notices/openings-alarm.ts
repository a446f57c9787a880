import { link } from '../../routes';
import type { PeopleNotice } from '../notice';

export const openingsAlarm: PeopleNotice = {
  notice: 'openings.alarm',
  event: 'openings.alarm',
  audience: 'watchers',
  title: '短时间内大量查看个人信息',
  body: ({ personZh, regionZh }) =>
    `${personZh}${regionZh === '' ? '' : `（${regionZh}）`} 10 分钟内查看个人信息 15 次，请核实是否因办理需要。`,
  link: () => link('workbench'),
  sample: { personId: '01930000-0000-7000-8000-000000000001', personZh: '审核人员一', regionZh: '蒲县' },
};
