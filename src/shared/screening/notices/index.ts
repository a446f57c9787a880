import type { AnyNotice } from '../../kernel/define-notice';
import { clockDueSoon } from './clock-due-soon';
import { clockOverdue } from './clock-overdue';
import { decisionFallen } from './decision-fallen';
import { decisionFallenLeads } from './decision-fallen-leads';
import { decisionRefused } from './decision-refused';
import { decisionUnsigned } from './decision-unsigned';

/** Every notice of the area: one file a notice, one line here. */
export const screeningNotices: readonly AnyNotice[] = [
  clockDueSoon,
  clockOverdue,
  decisionUnsigned,
  decisionRefused,
  decisionFallen,
  decisionFallenLeads,
];
