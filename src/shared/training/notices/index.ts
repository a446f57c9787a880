import type { AnyNotice } from '../../kernel/define-notice';
import { classCalledOff } from './class-called-off';
import { classClosed } from './class-closed';
import { classCompleted } from './class-completed';
import { classDeclined } from './class-declined';
import { classFailed } from './class-failed';
import { classMoved } from './class-moved';
import { classOffer } from './class-offer';
import { classOfferLapsed } from './class-offer-lapsed';
import { classOpenedTrainer } from './class-opened-trainer';
import { classOpenedWishers } from './class-opened-wishers';
import { classProposed } from './class-proposed';
import { classSoon } from './class-soon';

/** Every notice of the area: one file a notice, one line here. */
export const trainingNotices: readonly AnyNotice[] = [
  classProposed,
  classDeclined,
  classOpenedTrainer,
  classOpenedWishers,
  classOffer,
  classOfferLapsed,
  classClosed,
  classSoon,
  classMoved,
  classCalledOff,
  classCompleted,
  classFailed,
];
