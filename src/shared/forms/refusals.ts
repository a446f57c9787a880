/** How a section may be refused when it is saved, of whatever noun it is; completeness is said in `problems`, never by refusing to keep. */
export const unsaved = {
  CASE_STALE: { status: 409, message: '内容刚在另一台设备上改过，请刷新后再改' },
  FORM_SECTION_CLOSED: { status: 422, message: '这一部分现在不能修改' },
  FORM_FIELD_WRONG: { status: 422, message: '有内容填写有误，已在下方标红说明' },
  /** Nothing sealed of a person is kept before the consent to it. */
  FORM_CONSENT_FIRST: { status: 422, message: '请先阅读并同意个人信息处理，再填写' },
};
