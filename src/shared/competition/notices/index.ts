import type { AnyNotice } from '../../kernel/define-notice';
import { phaseClosed } from './phase-closed';
import { phaseOpened } from './phase-opened';

/** Every notice of the area: one file a notice, one line here. */
export const competitionNotices: readonly AnyNotice[] = [phaseClosed, phaseOpened];
