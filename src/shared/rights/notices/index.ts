import type { AnyNotice } from '../../kernel/define-notice';
import { serviceClosing } from './service-closing';

/** Every notice of the area: one file a notice, one line here. */
export const rightsNotices: readonly AnyNotice[] = [serviceClosing];
