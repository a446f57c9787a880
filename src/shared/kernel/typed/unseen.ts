import { isPicture, within } from './graphemes';

/**
 * Characters that nobody sees, code points in pairs, in order: controls (but not the breaks of lines), soft hyphen, direction marks
 * and overrides, zero-width spaces and joiners, fillers, byte order marks, tags, halves of a pair.
 */
// biome-ignore format: a table of ranges
const unseen: readonly number[] = [
  0x0000, 0x0008, 0x000e, 0x001f, 0x007f, 0x0084, 0x0086, 0x009f, 0x00ad, 0x00ad, 0x034f, 0x034f, 0x061c, 0x061c,
  0x115f, 0x1160, 0x17b4, 0x17b5, 0x200b, 0x200f, 0x202a, 0x202e, 0x2060, 0x206f, 0x3164, 0x3164, 0xd800, 0xdfff,
  0xfeff, 0xfeff, 0xffa0, 0xffa0, 0xfff0, 0xfffb, 0xfffe, 0xffff, 0xe0000, 0xe00ff, 0xe01f0, 0xe0fff,
];
const variants: readonly number[] = [0x180b, 0x180d, 0xfe00, 0xfe0f, 0xe0100, 0xe01ef];

const joiner = 0x200d;
const blackFlag = 0x1f3f4;
const isTag = (point: number) => point >= 0xe0020 && point <= 0xe007f;
const isDress = (point: number) => (point >= 0x1f3fb && point <= 0x1f3ff) || point === 0xfe0f;

/**
 * A text without what nobody sees in it, and how many characters that were. Kept is what makes a picture: the joiner within 👨‍👩‍👧, the
 * variant behind a character, the tags of a flag.
 */
export function withoutUnseen(text: string): { value: string; removed: number } {
  const units = Array.from(text);
  const kept: string[] = [];
  let removed = 0;
  let flag = false;
  units.forEach((unit, index) => {
    const point = unit.codePointAt(0) as number;
    flag = point === blackFlag || (flag && isTag(point));
    const stays =
      point === joiner
        ? isPicture(lastUndressed(kept)) && isPicture(units[index + 1]?.codePointAt(0) ?? 0)
        : within(variants, point)
          ? kept.length > 0 && kept[kept.length - 1]?.trim() !== ''
          : (flag && isTag(point)) || !within(unseen, point);
    if (stays) kept.push(unit);
    else removed += 1;
  });
  return { value: kept.join(''), removed };
}

/** The character that a joiner stands behind, over the colour of a skin and the sign for colour. */
function lastUndressed(kept: readonly string[]): number {
  for (let i = kept.length - 1; i >= 0; i -= 1) {
    const point = kept[i]?.codePointAt(0) as number;
    if (!isDress(point)) return point;
  }
  return 0;
}

/** True when nothing of a text can be seen: spaces of every kind, the blank of Braille, variants of nothing. */
export const isBlank = (text: string): boolean =>
  Array.from(withoutUnseen(text).value).every(
    (unit) => /[\s\u2800]/.test(unit) || within(variants, unit.codePointAt(0) ?? 0),
  );
