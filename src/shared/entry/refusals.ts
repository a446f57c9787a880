/** Why calls about an entry are refused, by code, with their status and sentence: what several procedures of the contract share. */

export const stale = { CASE_STALE: { status: 409, message: '内容刚在另一台设备上改过，请刷新后再改' } };
export const refusedMoves = {
  ...stale,
  ENTRY_MOVE_NOT_ALLOWED: { status: 422, message: '项目状态已变，不能这样办。请刷新后再看' },
  ENTRY_SIGN_UP_NOT_OPEN: { status: 422, message: '报名还没有开始' },
  ENTRY_SIGN_UP_CLOSED: { status: 422, message: '报名已截止，不能再提交' },
  ENTRY_CORRECTION_OVERDUE: { status: 422, message: '补正期限已过' },
};
export const closed = { ENTRY_SECTION_CLOSED: { status: 422, message: '这一部分现在不能修改' } };
export const teamFull = { ENTRY_TEAM_FULL: { status: 422, message: '团队已满，不能再加人' } };
export const wrongField = { ENTRY_FIELD_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' } };
/** Nothing sealed of a person is kept before the consent to it. */
export const unconsented = {
  ENTRY_CONSENT_FIRST: { status: 422, message: '请先阅读并同意个人信息处理，再填写' },
};
export const incomplete = {
  ENTRY_INCOMPLETE: { status: 422, message: '还有内容没有填好' },
  ENTRY_CHECKING_FILES: { status: 422, message: '材料正在检查，请稍后再提交' },
  ENTRY_LEADER_HAS_ANOTHER: { status: 422, message: '这个身份证号的负责人本届已报了另一个项目，每人只能报一个' },
  ENTRY_NOT_ELIGIBLE: { status: 422, message: '不符合参赛条件' },
};
