import { isBlank, withoutUnseen } from './unseen';

/** What a person typed, as it is kept; `dropped` says in words what was taken out of it, and is empty when nothing was. */
export type Typed = { value: string; dropped: string };

const saying = (removed: number) => (removed === 0 ? '' : `已去掉 ${removed} 个看不见的字符`);

/** Several lines of prose: NFC, one kind of line break, no invisible characters, nothing around it. */
export function typedArea(text: string): Typed {
  const { value, removed } = withoutUnseen(text);
  const plain = value
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\v\f]/g, ' ')
    .normalize('NFC')
    .trim();
  return { value: isBlank(plain) ? '' : plain, dropped: saying(removed) };
}

/** One line of prose: as an area, line breaks being spaces. */
export function typedLine(text: string): Typed {
  const { value, dropped } = typedArea(text);
  return { value: value.replace(/ *\n\s*/g, ' '), dropped };
}

/** The dots that keyboards offer between the parts of a name: • ‧ ・ ･ ∙ ⋅. */
const interpuncts = /\s*[•‧・･∙⋅·]\s*/g;
const pointBetweenHan = /([\u3400-\u9fff\uf900-\ufaff])[.．](?=[\u3400-\u9fff\uf900-\ufaff])/g;

/** A person's name: one line, the dot between its parts always ·, no two spaces in a row. */
export function typedName(text: string): Typed {
  const { value, dropped } = typedLine(text);
  return { value: value.replace(interpuncts, '·').replace(pointBetweenHan, '$1·').replace(/\s+/g, ' '), dropped };
}

/** What tells a name or the number of a paper apart to a person: spaces, full width, case and the kind of dot, dash or bracket do not. */
export const plainName = (name: string): string =>
  typedName(name)
    .value.normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[[〔【]/g, '(')
    .replace(/[\]〕】]/g, ')')
    .replace(/\s/g, '')
    .toUpperCase();

/** Are two names, or two numbers of papers, the same to a person? */
export const sameName = (a: string, b: string): boolean => plainName(a) === plainName(b);

/**
 * A code of digits and letters: full width becomes plain, lower case rises; spaces, hyphens and dots go. `dropped` names what is kept when
 * more than case and the space around it changed.
 */
export function typedCode(text: string): Typed {
  const plain = withoutUnseen(text)
    .value.normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−._·•‧・]/g, '');
  return { value: plain, dropped: plain === '' || plain === text.trim().toUpperCase() ? '' : `已整理为 ${plain}` };
}

/** A day, `YYYY-MM-DD`; also read from 2025/3/3, 2025.3.3 and 2025年3月3日. Whether there is such a day is asked of `checkDate`. */
export function typedDate(text: string): Typed {
  const { value } = typedLine(text);
  const plain = value.normalize('NFKC');
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain);
  if (!parts) return { value: plain, dropped: '' };
  const [, year = '', month = '', day = ''] = parts;
  return { value: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, dropped: '' };
}

/**
 * A number as it was typed, full-width digits, spaces around it and separators between thousands forgiven; null when it is none. A comma that
 * separates no thousands may be meant for a point: it makes no number.
 * @param digits how many may follow the point
 */
export function typedNumber(text: string, digits = 0): number | null {
  const typed = withoutUnseen(text)
    .value.normalize('NFKC')
    .trim()
    .replace(/[.。]$/, '');
  const plain = /^\d{1,3}([,\s]\d{3})+(\.|$)/.test(typed) ? typed.replace(/[,\s]/g, '') : typed;
  const shape = digits === 0 ? /^\d{1,15}$/ : new RegExp(`^\\d{1,12}(\\.\\d{1,${digits}})?$`);
  return shape.test(plain) ? Number(plain) : null;
}

/** A reference that is looked for: full width is plain and every dash a hyphen, as references are written with. */
export function typedReference(text: string): string {
  return typedLine(text)
    .value.normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .toUpperCase();
}
