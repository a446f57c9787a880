import { areas } from '../../cloudfunctions/core/areas';
import { noticesOf } from '../../cloudfunctions/core/line/area';
import { readKeys } from '../../cloudfunctions/core/platform/crypto/keys';
import { leastLibrary } from '../../src/shared/kernel/least-library';
import { wantedSettings } from './environment';
import { type Project, projectConfig } from './project';
import type { Settings } from './settings';

/** What stands in project.config.json until somebody registers a mini program: WeChat's own name for visitors. */
const visitor = 'touristappid';

const named: Readonly<Record<string, string>> = {
  TARO_APP_CLOUD_ENV: '云开发环境 ID',
  DATABASE_URL: '数据库连接串',
  XINGHUO_AUDIT_KEY: '审计封存密钥',
  XINGHUO_DATA_KEY: '个人信息加密密钥',
  XINGHUO_EQUALITY_KEY: '比对密钥',
  XINGHUO_WECHAT_APPID: '小程序 AppID',
  XINGHUO_WECHAT_SECRET: '小程序密钥（AppSecret）',
  XINGHUO_WECHAT_TEMPLATES: '订阅消息模板',
};

/** All of these, or none: an installation may do without what they are for. */
const optional: readonly string[] = [
  'XINGHUO_SMS_SECRET_ID',
  'XINGHUO_SMS_SECRET_KEY',
  'XINGHUO_SMS_APP',
  'XINGHUO_SMS_SIGN',
  'XINGHUO_SMS_TEMPLATES',
];

/** What a person still has to fill in before the first deployment, one line each. */
export function openParts(project: Project, settings: Settings): string[] {
  const { appid } = projectConfig(project);
  return [
    ...(!appid || appid === visitor ? [`小程序 AppID：project.config.json 的 appid 现为 ${appid}`] : []),
    ...wantedSettings(project)
      .filter((name) => settings[name] === undefined && !optional.includes(name))
      .map((name) => `${named[name] ?? name}：.env 文件的 ${name}`),
  ];
}

/** What was filled in contradicts itself, or cannot be what it should be. */
export function checkFilled(project: Project, settings: Settings): string[] {
  const { appid } = projectConfig(project);
  const { XINGHUO_WECHAT_APPID: account, XINGHUO_DATA_KEY: key, DATABASE_URL: database } = settings;
  const faults: string[] = [];
  if (account && appid && appid !== visitor && account !== appid) {
    faults.push(`XINGHUO_WECHAT_APPID（${account}）与 project.config.json 的 appid（${appid}）不是同一个小程序`);
  }
  try {
    if (key) readKeys(settings, { mode: 'production', dataFolder: '' });
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  if (database && !/^postgres(ql)?:\/\/\S+$/.test(database))
    faults.push('DATABASE_URL 应以 postgres:// 或 postgresql:// 开头');
  const given = optional.filter((name) => settings[name]);
  if (given.length > 0 && given.length < optional.length) {
    const missing = optional.filter((name) => !settings[name]);
    faults.push(`短信的 5 项设置要么都填，要么都不填，现缺 ${missing.join('、')}`);
  }
  return faults;
}

/** What nobody can see from here: it stands in WeChat's console, in the cloud's, or in the running product. */
export function reminders(): string[] {
  const templates = noticesOf(areas).filter((notice) => 'template' in notice).length;
  return [
    templates === 0
      ? '订阅消息模板：目前没有通知使用，无需填写'
      : `订阅消息模板：有 ${templates} 种通知使用，须在微信公众平台申领`,
    '短信：可以不用；要用须在腾讯云短信控制台申请签名和 3 个模板，都不用的把 XINGHUO_SMS_ 开头的 5 项留空',
    '备案号：由届次的主办单位信息（organiser.filingZh）给出，显示在首页页脚',
    'downloadFile 合法域名：在微信公众平台填写云存储的下载域名',
    '云函数安全规则：把 config/function-rules.json 粘贴到云开发控制台“云函数 — 权限控制”，客户端从此不能调用 worker',
    '存储安全规则：把 config/storage-rules.json 粘贴到云开发控制台，1 至 3 分钟后生效',
    `基础库最低版本：在微信公众平台设为 ${leastLibrary}，更旧的微信会提示用户先更新`,
    '用户隐私保护指引：按 docs/generated/privacy.md 填写',
  ];
}
