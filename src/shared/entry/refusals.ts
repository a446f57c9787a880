import { unsaved } from '../forms/refusals';

/** Why calls about an entry are refused, by code, with their status and sentence: what several procedures of the contract share. */

const { CASE_STALE, FORM_SECTION_CLOSED, FORM_FIELD_WRONG, FORM_CONSENT_FIRST } = unsaved;
export const stale = { CASE_STALE };
export const refusedMoves = {
  ...stale,
  ENTRY_MOVE_NOT_ALLOWED: { status: 422, message: '项目状态已变，不能这样办。请刷新后再看' },
  ENTRY_SIGN_UP_NOT_OPEN: { status: 422, message: '报名还没有开始' },
  ENTRY_SIGN_UP_CLOSED: { status: 422, message: '报名已截止，不能再提交' },
  ENTRY_CORRECTION_OVERDUE: { status: 422, message: '补正期限已过' },
};
export const closed = { FORM_SECTION_CLOSED };
export const locked = { ENTRY_SLOT_LOCKED: { status: 422, message: '路演材料已锁定，不能再换' } };
export const teamFull = { ENTRY_TEAM_FULL: { status: 422, message: '团队已满，不能再加人' } };
export const wrongField = { FORM_FIELD_WRONG };
export const unconsented = { FORM_CONSENT_FIRST };
export const incomplete = {
  ENTRY_INCOMPLETE: { status: 422, message: '还有内容没有填好' },
  ENTRY_CHECKING_FILES: { status: 422, message: '材料正在检查，请稍后再提交' },
  ENTRY_LEADER_HAS_ANOTHER: { status: 422, message: '这个身份证号的负责人本届已报了另一个项目，每人只能报一个' },
  ENTRY_NOT_ELIGIBLE: { status: 422, message: '不符合参赛条件' },
};
