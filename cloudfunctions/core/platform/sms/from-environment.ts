import { type TextKind, texts } from '@shared/telling/texts';
import { namedIds } from '../carriers/named-ids';
import type { SmsRoad } from './sms';
import { openTencentSms } from './tencent-sms';

/**
 * The provider that the environment describes: `XINGHUO_SMS_SECRET_ID`, `XINGHUO_SMS_SECRET_KEY`, `XINGHUO_SMS_APP` (SmsSdkAppId),
 * `XINGHUO_SMS_SIGN`, `XINGHUO_SMS_TEMPLATES` (`correction=<id>,result=<id>`), and `XINGHUO_SMS_BASE` where another server stands in.
 * Nothing named: no text messages.
 * @throws Error where some are named and others not: texts would stay away unnoticed
 */
export function smsFromEnvironment(env: NodeJS.ProcessEnv, now: () => number): SmsRoad {
  const named = {
    secretId: env.XINGHUO_SMS_SECRET_ID,
    secretKey: env.XINGHUO_SMS_SECRET_KEY,
    appId: env.XINGHUO_SMS_APP,
    sign: env.XINGHUO_SMS_SIGN,
  };
  const textTemplateIds = namedIds(
    'XINGHUO_SMS_TEMPLATES',
    env.XINGHUO_SMS_TEMPLATES,
    Object.keys(texts) as TextKind[],
  );
  const given = [...Object.values(named), env.XINGHUO_SMS_TEMPLATES].filter(Boolean).length;
  if (given === 0) return { sms: null, textTemplateIds: {} };
  const { secretId, secretKey, appId, sign } = named;
  if (!secretId || !secretKey || !appId || !sign || Object.keys(textTemplateIds).length === 0)
    throw new Error(
      'XINGHUO_SMS_SECRET_ID, _SECRET_KEY, _APP, _SIGN and _TEMPLATES belong together: some are missing.',
    );
  const base = (env.XINGHUO_SMS_BASE || 'https://sms.tencentcloudapi.com').replace(/\/+$/, '');
  return { sms: openTencentSms({ base, secretId, secretKey, appId, sign, now }), textTemplateIds };
}
