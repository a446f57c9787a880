/** What the rooms of the server are called to people, by what they keep. */
const rooms: Readonly<Record<string, string>> = {
  people: '账号和投诉建议',
  competition: '大赛规则',
  entry: '报名和团队',
  screening: '审核',
  awards: '获奖',
  policies: '政策',
  oversight: '监督',
  forms: '表单和授权',
  files: '文件',
  cases: '办理过程',
  telling: '消息',
  notices: '通知和待办',
  platform: '安全和防篡改',
  rights: '本人权利',
  benefits: '贷款和补贴',
  lending: '还款和贴息',
  subsidies: '创业补贴',
  finance: '付款',
  incubation: '孵化基地',
  training: '创业培训',
  referral: '上级赛事推荐',
};

export const roomZh = (name: string): string => rooms[name] ?? name;
