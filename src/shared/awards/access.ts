import { sampleSubject } from '../entry/sample-subject';
import type { EntrySubject } from '../entry/subject';
import { staffReads } from '../entry/who';
import { anyone, defineAccess, signedIn } from '../kernel/define-access';
import { cast, here } from '../kernel/sample-cast';
import type { AwardClaimSubject } from './award-claim/states';
import {
  confirmsClaim,
  looksAtAwards,
  type PlacedAward,
  placesAward,
  readsClaim,
  revokesClaim,
} from './award-claim/who';

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
