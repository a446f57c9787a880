/** What later areas may read of an entry. They move it through `moves.ts` and never write its rows. */
export { readRenewals } from './files/renewals';
export { leaderForgotten } from './form/forget-sealed';
export { leaderFingerprint } from './form/leader-fingerprint';
export { titleAlike } from './search/title-alike';
export { type EntryHead, entryHead, entryHeads, entryOf, type UploadHead, uploadOf } from './subjects';
export { type FrozenFacts, frozenFacts } from './views/frozen-facts';
export { ownStory } from './views/own-story';
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
export { readTimeline } from './views/timeline';
