import { dayMs } from '../../kernel/moment-words';
import type { CodeKind } from '../../kernel/typed/spoken-code';

/** What the code is called by which a past winner says that an award is theirs. */
export const claimCode: CodeKind = { zh: '认领码', unknown: 'AWARDS_CLAIM_CODE_UNKNOWN' };

/** How long a code stands, in milliseconds: it goes to one person, who was called before. */
export const claimCodeLifeMs = 14 * dayMs;

/** Why a code does nothing for whoever typed it, as it stands beside the field. */
export const claimRefusals = {
  AWARDS_CLAIM_CODE_UNKNOWN: '没有这个认领码，请对照收到的认领码逐位核对',
  AWARDS_CLAIM_CODE_EXPIRED: '认领码已过期，请联系发码的审核人员',
  AWARDS_CLAIM_CODE_USED: '认领码已用过，每个认领码只能用一次',
  AWARDS_CLAIM_CODE_VOID: '认领码已作废，请联系发码的审核人员',
  AWARDS_CLAIM_OWN_CODE: '这是您自己发的认领码，须由获奖人本人认领',
  AWARDS_CLAIM_TAKEN: '这个奖项已有人认领。有疑问请联系获奖的县（市、区）',
} as const;

export type ClaimRefusal = keyof typeof claimRefusals;

/** What the winner agrees to before number and name are sent: what for, who reads it, how long it is kept. */
export const claimConsent = {
  kind: 'awardClaim',
  version: '2026-11',
  zh: '同意核对身份',
  bodyZh:
    '我填写的姓名和身份证号只用于核对获奖人身份，由获奖县（市、区）的审核人员查看，每次查看都有记录。核对完成后，完整号码即删除，只留前四位和后四位。',
  required: true,
  receiverZh: '获奖县（市、区）的审核人员',
  purposeZh: '核对获奖人身份',
  fieldsZh: '姓名、身份证号',
  untilZh: '核对完成即删除',
} as const;
