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

/** The sentence to show for whatever was thrown. */
export const sentenceOf = (error: unknown): string => (error instanceof Failure ? error.message : '出了点问题，请重试');
