/** What later areas may read of an entry. They move it through `moves.ts` and never write its rows. */
export { freeChecks } from './files/check-upload';
export { checkWaitingUploads } from './files/check-waiting-uploads';
export { leaveFilesOf } from './files/leave-files';
export { sweepLeftovers } from './files/sweep-leftovers';
export { eraseLeaving } from './lifetime/erase-leaving';
export { forgetExpired } from './lifetime/forget-expired';
export { type EntryHead, entryHead, entryHeads, entryOf, type UploadHead, uploadOf } from './subjects';
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
} from './views/read-submission';
export { readTimeline, type TimelineItem } from './views/timeline';
