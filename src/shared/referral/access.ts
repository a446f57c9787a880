import { localStaff } from '../entry/who';
import { anyOf, cityOnly, defineAccess, signedIn } from '../kernel/define-access';
import { cast, here } from '../kernel/sample-cast';
import type { ReferralSubject } from './states';
import { byCity, looksAtBoard, looksAtNominees, nominates, readsReferral, referred } from './who';

const sampleReferral: ReferralSubject = {
  referralId: 'referral',
  noticeId: 'notice',
  entryId: 'entry',
  regionId: here,
  personId: cast.leader,
  teamIds: [],
  title: '蒲县山货直供',
  state: 'nominated',
  version: 1,
};

export const referralAccess = defineAccess<unknown>()('referral', {
  board: looksAtBoard,
  nominees: looksAtNominees,
  mine: signedIn,
  keepNotice: cityOnly,
  confirmNotice: cityOnly,
  rankTrack: cityOnly,
  recommendTrack: cityOnly,
});

/** A winner's entry before it is a referral. */
export type Nominee = { regionId: string; personId: string; teamIds: readonly string[] };

export const nomineeAccess = defineAccess<Nominee>({ regionId: here, personId: cast.leader, teamIds: [] })('referral', {
  nominate: nominates,
});

export const caseAccess = defineAccess<ReferralSubject>(sampleReferral)('referral', {
  referral: readsReferral,
  agree: referred,
  // Which move, and by whom, the lifecycle says.
  moveReferral: anyOf(referred, localStaff, byCity),
  recordResult: byCity,
  exportPack: byCity,
});
