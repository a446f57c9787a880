import { allOf, anyOf, holds, not, rule } from '@shared/kernel/define-access';
import type { BoothSubject } from './subject';

/** Who may do what with a booth: the lifecycle and the access table name these. */
export const asker = rule<BoothSubject>('展位申请人', (actor, booth) => booth.askerId === actor.personId, {
  code: 'BOOTH_NOT_YOURS',
  reason: '没有找到这个展位申请，请返回工作台',
  hidden: true,
});
const office = anyOf(holds('regionStaff', { hidden: true }), holds('regionLead', { hidden: true }));
const notOwn = not<BoothSubject>(asker, '不是申请人', {
  code: 'BOOTH_OWN',
  reason: '这是您自己的申请，请交其他审核人员办理',
});
export const lender = allOf(office, notOwn);
export const reader = anyOf(asker, office);
