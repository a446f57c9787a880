import { caseAccess, nomineeAccess, referralAccess } from '@shared/referral/access';
import type { referralContract } from '@shared/referral/contract';
import { referralNotices } from '@shared/referral/notices';
import type { Area } from '../line/area';
import { referralAudiences } from './audiences';
import { referralListeners } from './award-lost';
import { board } from './board';
import { agree, moveReferral, recordResult } from './decide';
import { referralFiles } from './files';
import { referralNoun } from './moves';
import { nominate, nominees } from './nominees';
import { confirmNotice, keepNotice } from './notice';
import { exportPack } from './packs/export-pack';
import { referralPersonal } from './personal';
import { referralConsentHolder } from './take-back';
import { referralTodos } from './todos';
import { rankTrack, recommendTrack } from './track';
import { getReferral, mine } from './view';

export const referralArea: Area<'referral', typeof referralContract> = {
  name: 'referral',
  access: { ...referralAccess.table, ...nomineeAccess.table, ...caseAccess.table },
  procedures: {
    board,
    nominees,
    mine,
    keepNotice,
    confirmNotice,
    rankTrack,
    recommendTrack,
    nominate,
    referral: getReferral,
    agree,
    moveReferral,
    recordResult,
    exportPack,
  },
  nouns: [referralNoun],
  todos: referralTodos,
  listens: referralListeners,
  notices: referralNotices,
  audiences: referralAudiences,
  fileOwners: [referralFiles],
  personal: referralPersonal,
  consents: [referralConsentHolder],
  tables: ['referral', 'referral_notice', 'referral_seat', 'referral_rank', 'referral_pack'],
  // Whose awards may be referred, and what was handed in with them, are statements over these.
  reads: {
    entry: ['entry', 'entry_member'],
    awards: ['award'],
    people: ['person'],
    forms: ['consent', 'snapshot'],
    files: ['upload'],
  },
};
