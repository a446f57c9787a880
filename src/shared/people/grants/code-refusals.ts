import type { CodeKind } from '../../kernel/typed/spoken-code';

/** What a code that entrusts somebody with something is called. */
export const inviteCode: CodeKind = { zh: '邀请码', unknown: 'PEOPLE_CODE_UNKNOWN' };

/** Why a code does nothing for whoever typed it, as it stands beside the field. */
export const codeRefusals = {
  PEOPLE_CODE_UNKNOWN: '没有这个邀请码，请对照收到的邀请码逐位核对',
  PEOPLE_CODE_EXPIRED: '邀请码已过期，请联系发码的人重新发一个',
  PEOPLE_CODE_USED_UP: '邀请码已用完，请联系发码的人重新发一个',
  PEOPLE_CODE_USED_BEFORE: '您已用过这个邀请码，每人只能用一次',
  PEOPLE_CODE_VOID: '邀请码已作废，请联系发码的人重新发一个',
  PEOPLE_CODE_ORGANISATION_OUT: '这个机构现在不参与本赛事，邀请码暂不能用，请联系发码的人',
  PEOPLE_CODE_OWN: '这是您自己发的邀请码，不能给自己授权',
  PEOPLE_AUDITOR_ALONE: '监督员不能兼任其他岗位，其他岗位的人也不能兼任监督员',
  PEOPLE_GRANT_HELD: '您已有这项权限，不用再输入邀请码',
} as const;
