import type { Call } from '../rpc/call';

/** What would become of a withdrawal, in words that are said before; or why it cannot be made now. */
export type Consequence = { readonly effectsZh: readonly string[] } | { readonly refusedZh: string };

/** Of subjects of one kind: what they are called where consents are listed, and what the withdrawal of a consent means and does (PIPL art. 15, 47). */
export type ConsentHolder = {
  /** The kind of its subjects. */
  readonly kind: string;
  /** What the consents were given for, by subject: an entry's title. */
  titles(call: Call, subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /**
   * @param consent its kind
   * @param kept a law keeps a record of the subject, which stays
   */
  foresee(call: Call, subjectId: string, consent: string, kept: boolean): Promise<Consequence>;
  /** Does all of that, in the caller's transaction and under the subject's lock, and tells whoever received; the consent itself is closed by whoever calls. */
  withdraw(call: Call, subjectId: string, consent: { kind: string; zh: string }, kept: boolean): Promise<void>;
};
