import { link } from '../../routes';
import type { SecurityNotice } from '../../notices/notice';

export const openingsAlarm: SecurityNotice = {
  about: 'security',
  notice: 'openings.alarm',
  event: 'openings.alarm',
  audience: 'watchers',
  title: '短时间内大量查看个人信息',
  body: ({ personZh, regionZh }) =>
    `${personZh}${regionZh === '' ? '' : `（${regionZh}）`} 10 分钟内查看个人信息 15 次，请核实是否因办理需要。`,
  link: () => link('workbench'),
  sample: { personZh: '审核人员一', regionZh: '蒲县' },
};
