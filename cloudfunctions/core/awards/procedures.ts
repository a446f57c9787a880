import type { awardsContract } from '@shared/awards/contract';
import type { Procedures } from '../rpc/procedure';
import { cancelAward } from './cancel-award';
import { claimAward, seeClaimCode } from './claims/claim-award';
import { makeClaimCode, voidClaimCode } from './claims/claim-codes';
import { confirmClaim, refuseClaim, revokeClaim } from './claims/decide-claim';
import { pastAwards } from './claims/past-awards';
import { claim, myClaims, openClaim } from './claims/view-claim';
import { awardDesk } from './lists/award-desk';
import { bringResult, bringResults, dropResult } from './lists/bring-results';
import { givenAwards } from './lists/given-awards';
import { moveAwardList } from './lists/move-list';
import { pastWins } from './past-wins';
import { results } from './results';

export const awardsProcedures: Procedures<typeof awardsContract> = {
  pastWins,
  results,
  awardDesk,
  bringResults,
  bringResult,
  dropResult,
  moveAwardList,
  givenAwards,
  cancelAward,
  pastAwards,
  makeClaimCode,
  voidClaimCode,
  seeClaimCode,
  claimAward,
  myClaims,
  claim,
  openClaim,
  confirmClaim,
  refuseClaim,
  revokeClaim,
};
