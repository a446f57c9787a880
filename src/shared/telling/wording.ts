import { countGraphemes } from '../kernel/typed/graphemes';
import { isBlank, withoutUnseen } from '../kernel/typed/unseen';

/** What may stand in braces in a notice's words: its name, what it says of the sample, and whether the words must say it. */
export type Placeholder = { zh: string; sample: string; needed: boolean };

/** A notice's words with placeholders in braces: `“{项目名称}”已通过{县（市、区）}资格审核。` */
export type Wording = { title: string; body: string };

/** The most characters, as a person counts them; what a project or policy is called does not count (docs/words §1.9). */
export const longestWording = { title: 20, body: 60 } as const;

const placeholder = /\{([^{}]*)\}/g;

/** A text with what its placeholders say; what is not known stays as it is. */
export const fillWith = (text: string, values: ReadonlyMap<string, string>): string =>
  text.replace(placeholder, (whole, zh: string) => values.get(zh) ?? whole);

export const samplesOf = (placeholders: readonly Placeholder[]): ReadonlyMap<string, string> =>
  new Map(placeholders.map(({ zh, sample }) => [zh, sample]));

/** The names in braces, each once. */
export const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(placeholder)].map(([, zh = '']) => zh)),
];

/** What people copy into a notice to lead somewhere else; looked for in a text made plain. */
const address =
  /(https?|ftp|weixin|wxp):|www\.|#小程序|[a-z0-9-]+\.(com|cn|net|org|gov|edu|top|xyz|vip|cc|info|link|site|shop|me|io)(?![a-z])/;
/** Seven digits or more, as numbers are written, are a phone's or somebody's account. */
const longNumber = /\d(?:[-\s()转]?\d){6,}/;

/** Names that do not count towards the length. */
const uncounted = /名称$|标题$/;

const sized = (text: string, placeholders: readonly Placeholder[]): number =>
  countGraphemes(fillWith(text, new Map(placeholders.map(({ zh, sample }) => [zh, uncounted.test(zh) ? '' : sample]))));

function problemOf(zh: string, text: string, most: number, placeholders: readonly Placeholder[]): string | null {
  if (isBlank(text)) return `请填写${zh}`;
  const unknown = namesIn(text).find((name) => !placeholders.some(({ zh }) => zh === name));
  if (unknown !== undefined) return `这条通知没有“{${unknown}}”，请从下面列出的内容中选`;
  if (/[{}]/.test(text.replace(placeholder, ''))) return '花括号要成对，里面写下面列出的内容';
  // What is filled in is the facts' own; what stands around it is what somebody wrote.
  const plain = withoutUnseen(text.replace(placeholder, '，')).value.normalize('NFKC').toLowerCase();
  if (address.test(plain.replace(/[。．]/g, '.'))) return '不能写网址，点开通知会进入对应的页面';
  if (longNumber.test(plain)) return '不能写电话号码和其他号码，联系方式在对应的页面上';
  const has = sized(text, placeholders);
  return has > most ? `最多 ${most} 个字（不计项目名称），现在 ${has} 个` : null;
}

/**
 * What is wrong with own words for a notice, beside the field that has it; nothing when they may be used.
 * @param placeholders what may stand in them, with what must be said
 */
export function wordingProblems(
  { title, body }: Wording,
  placeholders: readonly Placeholder[],
): Partial<Record<keyof Wording, string>> {
  const wrongTitle = problemOf('标题', title, longestWording.title, placeholders);
  const said = [...namesIn(title), ...namesIn(body)];
  const unsaid = placeholders.filter(({ zh, needed }) => needed && !said.includes(zh)).map(({ zh }) => `{${zh}}`);
  const wrongBody =
    problemOf('正文', body, longestWording.body, placeholders) ??
    (unsaid.length > 0 ? `少了${unsaid.join('、')}，请写进标题或者正文` : null);
  return { ...(wrongTitle !== null && { title: wrongTitle }), ...(wrongBody !== null && { body: wrongBody }) };
}
