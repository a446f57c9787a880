import { neverLeft } from '../carriers/never-left';
import type { Sms, Texted } from './sms';
import { contentType, tc3Authorization } from './tc3';
import { textedBy } from './texted-by';

export type SmsAccount = {
  /** Where the provider answers; a local stand-in in tests. No slash at the end. */
  base: string;
  secretId: string;
  secretKey: string;
  /** SmsSdkAppId. */
  appId: string;
  /** The approved signature: what stands in 【】. */
  sign: string;
  now(): number;
  /** Milliseconds to wait for an answer. */
  patience?: number;
};

const action = 'SendSms';
const version = '2021-01-11';
/** One of the three that the interface knows; which does not matter to where a text goes. */
const region = 'ap-guangzhou';

type Said = {
  Response?: { Error?: { Code?: unknown }; SendStatusSet?: Array<{ Code?: unknown; SerialNo?: unknown }> };
};

/** Tencent Cloud SMS over its documented HTTP. Number, key and text stand in no error. */
export function openTencentSms({ base, appId, sign, now, patience = 5000, ...key }: SmsAccount): Sms {
  const { host } = new URL(base);
  return {
    async send({ phone, templateId, parameters }) {
      const body = JSON.stringify({
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: appId,
        SignName: sign,
        TemplateId: templateId,
        TemplateParamSet: parameters,
      });
      const at = now();
      const headers = {
        Authorization: tc3Authorization({ host, service: 'sms', action, body, at }, key),
        'Content-Type': contentType,
        'X-TC-Action': action,
        'X-TC-Timestamp': String(Math.floor(at / 1000)),
        'X-TC-Version': version,
        'X-TC-Region': region,
      };
      try {
        const signal = AbortSignal.timeout(patience);
        const response = await fetch(`${base}/`, { method: 'POST', headers, body, signal });
        // The interface answers 200 whatever it says; anything else is not its own word.
        return response.ok
          ? heard((await response.json()) as Said)
          : { kind: 'unknown', code: `HTTP ${response.status}` };
      } catch (error) {
        return neverLeft(error) ? { kind: 'retry', code: null } : { kind: 'unknown', code: null };
      }
    },
  };
}

function heard(said: Said): Texted {
  const [status] = said.Response?.SendStatusSet ?? [];
  const code = said.Response?.Error?.Code ?? status?.Code;
  if (typeof code !== 'string') return { kind: 'unknown', code: null };
  return textedBy(code, typeof status?.SerialNo === 'string' ? status.SerialNo : null);
}
