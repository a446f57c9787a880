import type { Texted } from './sms';

/**
 * What Tencent Cloud's codes mean (SMS API 3.0, «短信 API 3.0 发送错误码» and the common ones), the first that fits. What no line names is a
 * fault of the installation: signature, template, account, key, balance, a parameter.
 */
const families: ReadonlyArray<[RegExp, Exclude<Texted['kind'], 'sent' | 'misconfigured'>]> = [
  // It may have gone out all the same.
  [/^InternalError\.(Timeout|RequestTimeException|SendAndRecvFail)$/, 'unknown'],
  // Those that are about our key, or the address that was asked, are the installation's.
  [/^InternalError(\.(?!Sig|RestApi|JsonParse)|$)/, 'retry'],
  [/^RequestLimitExceeded(\.|$)/, 'retry'],
  [/^LimitExceeded\.(PhoneNumberThirtySecondLimit|PhoneNumberOneHourLimit|DeliveryFrequencyLimit)$/, 'retry'],
  [/^LimitExceeded\.\w*DailyLimit$/, 'tomorrow'],
  [/^FailedOperation\.MarketingSendTimeConstraint$/, 'tomorrow'],
  [/^FailedOperation\.PhoneNumberInBlacklist$/, 'unreachable'],
  [/^InvalidParameterValue\.IncorrectPhoneNumber$/, 'unreachable'],
  [/^UnsupportedOperation\.ChineseMainlandTemplateToGlobalPhone$/, 'unreachable'],
];

/** @param code `Ok`, or the provider's error code */
export function textedBy(code: string, serial: string | null = null): Texted {
  if (code === 'Ok') return { kind: 'sent', serial };
  const kind = families.find(([family]) => family.test(code))?.[1] ?? 'misconfigured';
  return { kind, code };
}
