import type { AnyNotice } from '@shared/kernel/define-notice';
import { boothAsked } from './booth-asked';
import { boothLent } from './booth-lent';
import { boothOverdue } from './booth-overdue';
import { boothOverdueOffice } from './booth-overdue-office';
import { boothRefused } from './booth-refused';

/** Every notice of the area: one file a notice, one line here. */
export const boothNotices: readonly AnyNotice[] = [
  boothAsked,
  boothLent,
  boothOverdue,
  boothOverdueOffice,
  boothRefused,
];
