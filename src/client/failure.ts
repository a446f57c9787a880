/** A call that did not succeed: the server's refusal with its code, or the network's silence (`NETWORK`). */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly code: string,
    message: string,
    /** Form path to the sentence shown beside the field. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** What stands on the server now, when a stale write was refused. */
    readonly current: unknown = undefined,
  ) {
    super(message);
  }
}

export const networkFailure = (): Failure => new Failure('NETWORK', '网络不通，内容还在，请检查网络后重试');

/**
 * What WeChat says when the person did not agree (103), not to its privacy guide (104) either, or when the operator has not declared there
 * what the app uses (112); null for anything else.
 */
export function privacyFailure(error: unknown): Failure | null {
  const { errno, errMsg = '' } = (typeof error === 'object' && error !== null ? error : {}) as {
    errno?: number;
    errMsg?: string;
  };
  if (errno === 112) return new Failure('PRIVACY_UNDECLARED', '小程序的隐私声明还没有配置完整，请联系大赛工作人员');
  if (errno !== 103 && errno !== 104 && !errMsg.includes('privacy')) return null;
  return new Failure('PRIVACY_REFUSED', '您没有同意，这一步没有继续。需要时请再点一次，并选择同意。');
}

/** The sentence to show for whatever was thrown. */
export const sentenceOf = (error: unknown): string => (error instanceof Failure ? error.message : '出了点问题，请重试');
