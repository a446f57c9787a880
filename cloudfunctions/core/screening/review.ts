import { screeningContract } from '@shared/screening/contract';
import { procedure } from '../procedure';
import { viewReview } from './present-review';
import { reviewedEntry } from './reviewed-entry';

/** The review page of one entry (FEATURES S2, S3). */
export const review = procedure(screeningContract.review, reviewedEntry, (call, _input, entry) =>
  viewReview(call, entry),
);
