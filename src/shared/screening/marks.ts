import type { SectionName } from '../entry/sections';

export type Verdict = 'unread' | 'ok' | 'fault';

/** A reviewer's mark on one section of the form. `round` counts the readings: the first is 1, each return begins the next. */
export type Mark = {
  section: SectionName;
  round: number;
  verdict: Verdict;
  codes: readonly string[];
  /** Of a part that is wrong: which of its fields are, where the reviewer says so. */
  fields: readonly string[];
  /** Which of its fields were judged one by one and are in order. */
  seen: readonly string[];
  comment: string;
  version: number;
};

/** The reading that an entry is in: one more than the times it was returned. */
export const roundOf = (entry: { returns: number }): number => entry.returns + 1;

/**
 * What stands for each section in this round. A section found in order last time and untouched since stays in order:
 * nobody reads it twice, and a second return may not concern it anyhow (rules §2.4). What was faulty is read again.
 * @param marks the marks of this round and of the one before; older ones do no harm
 * @param changed sections whose content differs from what was last returned
 */
export function standingMarks(
  sections: readonly SectionName[],
  marks: readonly Mark[],
  round: number,
  changed: ReadonlySet<SectionName>,
): Mark[] {
  return sections.map((section) => {
    const of = (n: number) => marks.find((mark) => mark.section === section && mark.round === n);
    const now = of(round);
    if (now) return now;
    const fresh: Mark = { section, round, verdict: 'unread', codes: [], fields: [], seen: [], comment: '', version: 0 };
    if (changed.has(section)) return fresh;
    // A carried mark carries on: it may come from the last reading or from any before it.
    for (let n = round - 1; n >= 1; n -= 1) {
      const earlier = of(n);
      if (earlier) return earlier.verdict === 'ok' ? { ...fresh, verdict: 'ok' } : fresh;
    }
    return fresh;
  });
}
