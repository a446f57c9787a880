/** A version is written part by part; each part has a version of its own. */
export const draftParts = ['basics', 'text', 'benefits', 'parameters', 'rule', 'examples'] as const;
export type DraftPart = (typeof draftParts)[number];

export const draftPartZh: Readonly<Record<DraftPart, { zh: string; hintZh: string }>> = {
  basics: { zh: '基本信息', hintZh: '名称、文号、生效和失效日期、适用对象' },
  text: { zh: '内容', hintZh: '政策正文，办事的人读到的就是这一段' },
  benefits: { zh: '待遇', hintZh: '能得到什么：金额、上限、期限、时限' },
  parameters: { zh: '参数', hintZh: '待遇和条件用到的数值，各有起止日期和文号' },
  rule: { zh: '条件', hintZh: '谁能享受：逐条写明，系统按它核对' },
  examples: { zh: '示例', hintZh: '符合、不符合、还不清楚各至少一个，发布前试算' },
};

/** What a policy is about; the applications and the workbench go by it. */
export const policyKinds = [
  { value: 'guaranteed-loan', zh: '创业担保贷款' },
  { value: 'incubator-place', zh: '孵化基地入驻' },
  { value: 'training', zh: '创业培训' },
  { value: 'referral', zh: '上级赛事推荐' },
  { value: 'subsidy', zh: '补贴' },
  { value: 'other', zh: '其他' },
] as const;
