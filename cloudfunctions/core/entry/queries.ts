/** What later areas may read of an entry. They move it through `moves.ts` and never write its rows. */
export { checkWaitingUploads } from './check-waiting-uploads';
export { eraseLeaving } from './erase-leaving';
export { forgetExpired } from './forget-expired';
export { leaveFilesOf } from './leave-files';
export {
  frozenText,
  isRecalled,
  openFrozen,
  readEligibility,
  readMaterials,
  readMembers,
  readSubmission,
  type Submission,
  titleForStaff,
} from './read-submission';
export { type EntryHead, entryHead, entryHeads, entryOf, type UploadHead, uploadOf } from './subjects';
export { sweepLeftovers } from './sweep-leftovers';
export { readTimeline, type TimelineItem } from './timeline';
