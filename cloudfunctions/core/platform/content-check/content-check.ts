/** A text that others will read, of the person who wrote it. `scene` as WeChat counts them: 1 a profile, 2 a comment, 3 a forum, 4 a diary. */
export type CheckedText = { openid: string; scene: 1 | 2 | 3 | 4; content: string; nickname?: string };

/**
 * What is thought of it. `label`: of which kind it is, in WeChat's numbers. `later`: nobody could be asked, or the writer has not been in the
 * mini program lately (61010): it is asked again. `unfit`: the question itself was refused, which a person has to look at.
 */
export type Verdict =
  | { kind: 'pass' }
  | { kind: 'risky' | 'review'; label: number | null }
  | { kind: 'later' | 'unfit'; code: number | null };

/** Whoever judges texts outside; asked outside every transaction. What is thought of a text is the answer, also when nobody answers. */
export type ContentCheck = { text(text: CheckedText): Promise<Verdict> };
