import type { CodeKind } from '../../kernel/typed/spoken-code';

/** What a code is called by which somebody may still enter after sign-up has closed. */
export const lateCode: CodeKind = { zh: '补报码', unknown: 'ENTRY_LATE_CODE_UNKNOWN' };

/** How many people may use one code. */
export const mostLateUses = 50;

/** Why a code does nothing for whoever typed it, as it stands beside the field. */
export const lateRefusals = {
  ENTRY_LATE_CODE_UNKNOWN: '没有这个补报码，请对照收到的补报码逐位核对',
  ENTRY_LATE_CODE_EXPIRED: '补报码已过期，请联系发码的人',
  ENTRY_LATE_CODE_USED_UP: '补报码已用完，请联系发码的人重新发一个',
  ENTRY_LATE_CODE_USED_BEFORE: '您已用过这个补报码，每人只能用一次',
  ENTRY_LATE_CODE_VOID: '补报码已作废，请联系发码的人',
  ENTRY_LATE_NOT_NEEDED: '报名还没有截止，不用补报码，可以直接报名',
  ENTRY_LATE_NOT_LONGER: '这个项目的补报时间不比这个补报码短，请直接填写提交',
  ENTRY_LATE_ELSEWHERE: '这个补报码不能用于这个项目',
} as const;

export type LateRefusal = keyof typeof lateRefusals;
