import { screeningContract } from '@shared/screening/contract';
import { procedure } from '../../rpc/procedure';
import { viewReview } from './present-review';
import { reviewedEntry } from './reviewed-entry';

/** The review page of one entry. */
export const review = procedure(screeningContract.review, reviewedEntry, (call, _input, entry) =>
  viewReview(call, entry),
);
