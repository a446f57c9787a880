/** A call that did not succeed: the server's refusal with its code, or one of the silences of `silences`. */
export class Failure extends Error {
  override readonly name = 'Failure';
  constructor(
    readonly code: string,
    message: string,
    /** Form path to the sentence shown beside the field. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** What stands on the server now, when a stale write was refused. */
    readonly current: unknown = undefined,
    /** Milliseconds after which the server wants to be asked again; null when it said nothing of it. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
  }
}

/** Why no answer of ours came back, each told in its own words. Whether the act was done is not known. */
const silences = {
  NETWORK: '网络不通，内容还在，请检查网络后重试',
  CALL_TIMED_OUT: '等了很久没有回应，内容还在，请稍后重试',
  SERVER_BUSY: '现在办理的人较多，内容还在，请稍后重试',
  SERVER_UNAVAILABLE: '服务暂时不可用，内容还在，请稍后重试',
  CLOUD_QUOTA: '今天的访问量已满，内容还在，请明天再试，或联系大赛工作人员',
  CLOUD_UNCONFIGURED: '小程序的云服务没有配置好，请联系大赛工作人员',
} as const;

export type Silence = keyof typeof silences;

export const silence = (code: Silence, retryAfter: number | null = null): Failure =>
  new Failure(code, silences[code], {}, undefined, retryAfter);

export const networkFailure = (): Failure => silence('NETWORK');

/** No answer of ours came back. */
export const isSilence = (error: unknown): boolean => error instanceof Failure && error.code in silences;

/** What our server answers when it could not do now what it was asked. */
const stumbles: readonly string[] = ['INTERNAL', 'RATE_LIMITED', 'BUSY', 'UNAVAILABLE', 'TOO_SLOW', 'WECHAT_SILENT'];

/**
 * Asking again as it is may help: nobody answered, the server stumbled or was too busy. Whether the act was done is not always known, so it
 * is sent again under the same key. Anything else was a no.
 */
export const mayPass = (error: unknown): boolean =>
  isSilence(error) || (error instanceof Failure && stumbles.includes(error.code));

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
  return new Failure('PRIVACY_REFUSED', '您未同意隐私授权，操作已取消。要用时请再点一次并选“同意”');
}

/**
 * What is said of a page that was opened without what it is about, or with half of it: its question was malformed, and nobody typed anything
 * wrong. null: the question was something else.
 * @param wrong form paths that the server objected to
 */
export function linkFailure(input: unknown, wrong: readonly string[]): Failure | null {
  const asked = (typeof input === 'object' && input !== null ? input : {}) as Readonly<Record<string, unknown>>;
  const broken = wrong.some((path) => path.endsWith('Id') || (!path.includes('.') && (asked[path] ?? '') === ''));
  return broken ? new Failure('LINK_BROKEN', '打开的链接不完整。请返回上一页，从列表或消息重新打开') : null;
}

/** The sentence to show for whatever was thrown. */
export const sentenceOf = (error: unknown): string =>
  error instanceof Failure ? error.message : '操作没有成功，请重试；仍不行请到“投诉建议”反映';
