import { entryLifecycle } from '../entry/lifecycle';

/** What the acts in an entry's audit are called that are no moves of it. */
const acts: Readonly<Record<string, string>> = {
  'entry/start': '开始填写',
  'entry/saveSection': '修改填写内容',
  'entry/giveConsents': '同意授权',
  'entry/consentAsMember': '成员同意授权',
  'entry/inviteMember': '邀请成员',
  'entry/invitation': '打开邀请',
  'entry/joinTeam': '成员加入',
  'entry/leaveTeam': '成员退出',
  'entry/removeMember': '移出成员',
  'entry/beginUpload': '上传文件',
  'entry/finishUpload': '上传完成',
  'entry/checkUpload': '检查文件',
  'entry/forgetExpired': '删除个人信息',
  'rights/withdrawConsent': '撤回同意',
  'entry/removeMaterial': '删除文件',
  'entry/openMaterial': '打开文件',
  'screening/reveal': '查看完整号码',
  'screening/markSection': '标记审核结果',
  'screening/addNote': '添加内部备注',
  'screening/addCreditCheck': '登记信用核查',
};

const moves = entryLifecycle.moves as Readonly<Record<string, { label: string } | undefined>>;

/** What an act in the audit of an entry is called; `entry/<command>` for its moves. */
export function auditActZh(act: string): string {
  const [area, command = ''] = act.split('/');
  const label = area === 'entry' ? moves[command]?.label : undefined;
  return acts[act] ?? label ?? '其他';
}
