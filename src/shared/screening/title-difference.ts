import { splitGraphemes } from '../kernel/typed/graphemes';

/** A stretch of a title: whether the other one has it as well. */
export type Stretch = { text: string; differs: boolean };

/**
 * What stands in `title` and not in `other`, character by character in order (their longest common subsequence is what both have); `other` is compared
 * the other way round. Titles are at most 40 characters.
 */
export function differenceOf(title: string, other: string): Stretch[] {
  const [one, two] = [splitGraphemes(title), splitGraphemes(other)];
  // common[i][j]: how many characters the rests from i and j have in common.
  const common = Array.from({ length: one.length + 1 }, () => new Array<number>(two.length + 1).fill(0));
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i -= 1) {
    for (let j = two.length - 1; j >= 0; j -= 1) {
      const row = common[i];
      if (row) row[j] = one[i] === two[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const told: Stretch[] = [];
  const say = (text: string, differs: boolean) => {
    const last = told[told.length - 1];
    if (last?.differs === differs) last.text += text;
    else told.push({ text, differs });
  };
  let j = 0;
  for (const [i, character] of one.entries()) {
    while (j < two.length && character !== two[j] && at(i, j + 1) === at(i, j)) j += 1;
    const shared = j < two.length && character === two[j];
    say(character, !shared);
    if (shared) j += 1;
  }
  return told;
}
