/** First and last of the marks that belong to the character before them, code points in pairs, in order. */
// biome-ignore format: a table of ranges
const marks: readonly number[] = [
  0x0300, 0x036f, 0x0483, 0x0489, 0x0591, 0x05bd, 0x05bf, 0x05bf, 0x05c1, 0x05c2, 0x05c4, 0x05c5, 0x0610, 0x061a,
  0x064b, 0x065f, 0x0670, 0x0670, 0x06d6, 0x06dc, 0x06df, 0x06e4, 0x06e7, 0x06e8, 0x06ea, 0x06ed, 0x0900, 0x0903,
  0x093a, 0x093c, 0x093e, 0x094f, 0x0e31, 0x0e31, 0x0e34, 0x0e3a, 0x0e47, 0x0e4e, 0x0eb1, 0x0eb1, 0x0eb4, 0x0ebc,
  0x0f18, 0x0f19, 0x0f35, 0x0f35, 0x0f37, 0x0f37, 0x0f39, 0x0f39, 0x0f3e, 0x0f3f, 0x0f71, 0x0f84, 0x0f86, 0x0f87,
  0x0f8d, 0x0fbc, 0x180b, 0x180d, 0x180f, 0x180f, 0x1ab0, 0x1aff, 0x1dc0, 0x1dff, 0x20d0, 0x20ff, 0x302a, 0x302f,
  0x3099, 0x309a, 0xfe00, 0xfe0f, 0xfe20, 0xfe2f, 0x1f3fb, 0x1f3ff, 0xe0020, 0xe007f, 0xe0100, 0xe01ef,
];
/** Characters that may stand on either side of a joiner in one picture: 👨‍👩‍👧, 🏳️‍🌈, ❤️‍🔥. */
// biome-ignore format: a table of ranges
const pictures: readonly number[] = [
  0x00a9, 0x00a9, 0x00ae, 0x00ae, 0x203c, 0x203c, 0x2049, 0x2049, 0x2122, 0x2122, 0x2139, 0x2139, 0x2190, 0x21ff,
  0x2300, 0x23ff, 0x24c2, 0x24c2, 0x25a0, 0x27bf, 0x2900, 0x297f, 0x2b00, 0x2bff, 0x3030, 0x3030, 0x303d, 0x303d,
  0x3297, 0x3297, 0x3299, 0x3299, 0x1f000, 0x1faff,
];

const joiner = 0x200d;
/** Longest that one character may be, in code points: a heap of a thousand marks on one letter is not one character. */
const longest = 32;

/** Is a code point in a table of ranges? */
export function within(ranges: readonly number[], point: number): boolean {
  for (let i = 0; i < ranges.length; i += 2) {
    if (point < (ranges[i] as number)) return false;
    if (point <= (ranges[i + 1] as number)) return true;
  }
  return false;
}

const isMark = (point: number) => within(marks, point);
export const isPicture = (point: number): boolean => within(pictures, point) && !isMark(point);
const isFlagLetter = (point: number) => point >= 0x1f1e6 && point <= 0x1f1ff;

/**
 * The characters of a text as a person counts them: a letter with its accents, a flag, a family is one. WeChat on older
 * phones and on iOS has no `Intl.Segmenter`; this knows what people here type (marks, variants, joined pictures, flags),
 * not the conjuncts of every script.
 */
export function splitGraphemes(text: string): string[] {
  const characters: string[] = [];
  let length = 0;
  let flagOpen = false;
  let before = 0;
  /** The last picture of the character at hand, over its marks. */
  let picture = false;
  for (const unit of Array.from(text)) {
    const point = unit.codePointAt(0) as number;
    const completesFlag: boolean = flagOpen && isFlagLetter(point);
    const joins =
      characters.length > 0 &&
      length < longest &&
      before !== 0x0a &&
      (isMark(point) ||
        point === joiner ||
        completesFlag ||
        (before === joiner && picture && isPicture(point)) ||
        (before === 0x0d && point === 0x0a));
    if (joins) {
      characters[characters.length - 1] += unit;
      length += 1;
    } else {
      characters.push(unit);
      length = 1;
    }
    flagOpen = isFlagLetter(point) && !completesFlag;
    if (!isMark(point) && point !== joiner) picture = isPicture(point);
    before = point;
  }
  return characters;
}

/** How many characters a person counts. */
export const countGraphemes = (text: string): number => splitGraphemes(text).length;

/** The text, or its beginning with … where it is longer than `max` characters; for showing, never for keeping. */
export function shorten(text: string, max: number): string {
  const characters = splitGraphemes(text);
  return characters.length <= max ? text : `${characters.slice(0, max - 1).join('')}…`;
}
