import { sampleSubject } from '../entry/sample-subject';
import type { EntrySubject } from '../entry/subject';
import { staffReads } from '../entry/who';
import { anyone, cityOnly, defineAccess, signedIn } from '../kernel/define-access';
import { cast, here } from '../kernel/sample-cast';
import type { AwardSubject } from './award/states';
import type { AwardClaimSubject } from './award-claim/states';
import {
  confirmsClaim,
  looksAtAwards,
  type PlacedAward,
  placesAward,
  readsClaim,
  revokesClaim,
} from './award-claim/who';
import type { AwardListSubject } from './award-list/states';
import { readsLists } from './award-list/who';

/** Of the leader's own project, still to be compared. */
const sampleClaim: AwardClaimSubject = {
  claimId: 'claim',
  awardId: 'award',
  entryId: 'entry',
  regionId: here,
  title: '蒲县山货直供',
  awardZh: '一等奖',
  personId: cast.leader,
  state: 'asked',
  version: 1,
};

export const awardsAccess = defineAccess<unknown>()('awards', {
  results: anyone,
  pastAwards: looksAtAwards,
  seeClaimCode: signedIn,
  claimAward: signedIn,
  myClaims: signedIn,
  awardDesk: readsLists,
  givenAwards: readsLists,
  bringResults: cityOnly,
  bringResult: cityOnly,
});
export const claimCodeAccess = defineAccess<PlacedAward>({ regionId: here })('awards', {
  makeClaimCode: placesAward,
  voidClaimCode: placesAward,
});
export const claimAccess = defineAccess<AwardClaimSubject>(sampleClaim)('awards', {
  claim: readsClaim,
  openClaim: confirmsClaim,
  confirmClaim: confirmsClaim,
  refuseClaim: confirmsClaim,
  revokeClaim: revokesClaim,
});
export const pastWinsAccess = defineAccess<EntrySubject>(sampleSubject)('awards', { pastWins: staffReads });

/** Sent by somebody else, so that whoever asks may be the second. */
const sampleList: AwardListSubject = {
  awardListId: 'list',
  editionId: 'edition',
  editionZh: '2026 年星火项目创业大赛',
  state: 'proposed',
  version: 2,
  proposedBy: 'proposer',
  secondNeeded: true,
};
const sampleAward: AwardSubject = {
  awardId: 'award',
  entryId: 'entry',
  regionId: here,
  state: 'confirmed',
  version: 2,
};

export const awardListAccess = defineAccess<AwardListSubject>(sampleList)('awards', {
  dropResult: cityOnly,
  moveAwardList: cityOnly,
});
export const awardAccess = defineAccess<AwardSubject>(sampleAward)('awards', { cancelAward: cityOnly });
