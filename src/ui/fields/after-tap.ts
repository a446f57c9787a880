/** Milliseconds that a finger stays on what it taps. */
const tapMs = 200;

/**
 * Does something once the tap that caused it is over. Leaving a field for another is one tap on that other: a sentence
 * that appeared at once would push it from under the finger, and the tap would be lost.
 */
export const afterTap = (act: () => void): void => void setTimeout(act, tapMs);
