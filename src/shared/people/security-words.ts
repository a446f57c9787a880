/** What the security log's acts are called; of another path what area it is of. */
export const securityActs: Readonly<Record<string, string>> = {
  'people/signIn': '微信登录',
  'people/signInWithWechat': '微信登录',
  'people/signInAs': '演示身份登录',
  'people/signOut': '退出登录',
  'people/beginWebSignIn': '网页申请登录',
  'people/seeWebSignIn': '手机查看电脑登录',
  'people/confirmWebSignIn': '确认电脑登录',
  'people/refuseWebSignIn': '拒绝电脑登录',
  'people/takeWebSession': '电脑登录',
  'webSignIn.wrongCode': '登录码输错',
  'people/endDevice': '结束登录设备',
  'people/endOtherDevices': '结束其他登录设备',
  'screening/reveal': '查看完整号码',
  'people/revealContact': '查看联系方式',
  'entry/openMaterial': '打开材料',
  'people/useGrantCode': '使用邀请码',
  'people/makeGrantCode': '发邀请码',
  'people/voidGrantCode': '作废邀请码',
  'people/revokeGrant': '收回权限',
  'people/appoint': '用命令生成邀请码',
  'people/addOrganisation': '新增机构',
  'people/changeOrganisation': '修改机构',
  'rights/withdrawConsent': '撤回同意',
  'rights/handOut': '导出本人数据',
  'rights/leave': '注销账号',
  'openings.alarm': '查看个人信息过于频繁',
};

const areas: Readonly<Record<string, string>> = {
  people: '账号、授权和投诉建议',
  entry: '参赛项目',
  screening: '项目审核',
  notices: '消息',
};

export const actWords = (act: string): string => securityActs[act] ?? areas[act.split('/')[0] ?? ''] ?? '其他';

const outcomes: Readonly<Record<string, string>> = {
  OK: '成功',
  UNAUTHENTICATED: '登录已失效',
  FORBIDDEN: '没有权限，未办理',
  NOT_FOUND: '无权查看或不存在',
  KEY_REUSED: '与先前操作不一致，未办理',
  RATE_LIMITED: '操作太频繁，未办理',
};

export const outcomeWords = (code: string): string => outcomes[code] ?? '未办理';
