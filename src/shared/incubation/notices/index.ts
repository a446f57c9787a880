import type { AnyNotice } from '../../kernel/define-notice';
import { offerLapsed } from './offer-lapsed';
import { offerLapsedOperator } from './offer-lapsed-operator';
import { offerLapsing } from './offer-lapsing';
import { offerMade } from './offer-made';
import { offerMadeOperator } from './offer-made-operator';
import { placeEndSoon } from './place-end-soon';
import { placeEndSoonOperator } from './place-end-soon-operator';
import { placeWarned } from './place-warned';
import { rentDue } from './rent-due';
import { rentDueOperator } from './rent-due-operator';

/** Every notice of the area: one file a notice, one line here. */
export const incubationNotices: readonly AnyNotice[] = [
  offerMade,
  offerMadeOperator,
  offerLapsing,
  offerLapsed,
  offerLapsedOperator,
  placeEndSoon,
  placeEndSoonOperator,
  placeWarned,
  rentDue,
  rentDueOperator,
];
