import type { AnyNotice } from '../../kernel/define-notice';
import { editionChanged } from './edition-changed';
import { editionPublished } from './edition-published';
import { phaseClosed } from './phase-closed';
import { phaseOpened } from './phase-opened';
import { reminderPile } from './reminder-pile';

/** Every notice of the area: one file a notice, one line here. */
export const competitionNotices: readonly AnyNotice[] = [
  phaseClosed,
  phaseOpened,
  editionPublished,
  editionChanged,
  reminderPile,
];
