import type { PhoneWords } from '../kernel/define-notice';
import { formatTime, shanghaiDate } from '../kernel/shanghai';
import { splitGraphemes } from '../kernel/typed/graphemes';
import type { TextKind } from './texts';

/**
 * The templates of subscription messages that the mini program applies for: their fields as WeChat names them, each by the name that we
 * have for it. Their ids are an installation's own (`XINGHUO_WECHAT_TEMPLATES`).
 */
export const templates = {
  reviewResult: { zh: '审核结果', fields: { project: 'thing1', result: 'phrase2', at: 'time3', note: 'thing4' } },
  correction: { zh: '补正提醒', fields: { matter: 'thing1', until: 'time2', reason: 'thing3' } },
  progress: { zh: '办理进度', fields: { matter: 'thing1', state: 'phrase2', holder: 'thing3', until: 'time4' } },
  policy: { zh: '政策通知', fields: { policy: 'thing1', concerned: 'thing2', until: 'time3' } },
  activity: { zh: '活动提醒', fields: { name: 'thing1', at: 'time2', place: 'thing3' } },
} as const;

export type TemplateName = keyof typeof templates;

/** An installation's ids of the templates that it has. */
export type TemplateIds = Readonly<Partial<Record<TemplateName, string>>>;

/** `byDay`: it wakes nobody at night. `sameDay`: what could not be sent on its own day is of no use on the next, and lies in the inbox alone. */
type Purposed = { zh: string; template: TemplateName; text?: TextKind; byDay?: true; sameDay?: true };

/**
 * What a person agrees to be told of on the phone, each by itself: what was agreed to for one is never spent on another, also where both
 * use one template. What is urgent goes as a text message too (`text`), to whoever agreed to that.
 */
export const purposes = {
  entryResult: { zh: '报名审核结果', template: 'reviewResult', text: 'result' },
  entryCorrection: { zh: '补正通知', template: 'correction', text: 'correction' },
  application: { zh: '申报办理进度', template: 'progress' },
  classOffer: { zh: '培训名额通知', template: 'activity', text: 'offer' },
  classSoon: { zh: '开课、改期和取消提醒', template: 'activity', byDay: true },
  policy: { zh: '政策通知', template: 'policy', byDay: true },
  reminder: { zh: '到期提醒', template: 'correction', byDay: true, sameDay: true },
} as const satisfies Record<string, Purposed>;

export type Purpose = keyof typeof purposes;

/** As which text message it goes too; null: as none. */
export const textOf = (purpose: string): TextKind | null =>
  (purposes as Record<string, { text?: TextKind }>)[purpose]?.text ?? null;

const purposesThat = (test: (purpose: Purposed) => boolean | undefined): readonly string[] =>
  Object.entries<Purposed>(purposes).flatMap(([name, purpose]) => (test(purpose) ? [name] : []));

export const byDayPurposes = purposesThat(({ byDay }) => byDay);
export const sameDayPurposes = purposesThat(({ sameDay }) => sameDay);

export const purposeNames = Object.keys(purposes) as readonly Purpose[];

/** A value of a field: words, or an instant in epoch milliseconds. */
type Values<Template extends TemplateName> = {
  readonly [Field in keyof (typeof templates)[Template]['fields']]: string | number;
};

/** The most that WeChat takes of a field of its kind (developers.weixin.qq.com, subscribe message, limits of values). */
const longest: Readonly<Record<string, number>> = { thing: 20, phrase: 5 };

/** Cut between characters as a person counts them; WeChat counts the units of UTF-16. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const character of splitGraphemes(text)) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A phrase is Chinese characters only; a mark that stands for what was cut off is none. */
const phrase = (text: string, most: number): string =>
  [...text.replace(/[^\p{Script=Han}]/gu, '')].slice(0, most).join('');

/** `2026年12月1日 15:01`. An end at midnight is told on the day before, as everywhere; WeChat knows no 24:00. */
function timeWords(at: number): string {
  const midnight = formatTime(at) === '00:00';
  const [year = '', month, day] = shanghaiDate(midnight ? at - 1 : at).split('-');
  return `${year}年${Number(month)}月${Number(day)}日 ${midnight ? '23:59' : formatTime(at)}`;
}

function fieldWords(field: string, value: string | number): string {
  if (typeof value === 'number') return timeWords(value);
  const kind = field.replace(/\d+$/, '');
  const most = longest[kind] ?? 20;
  return kind === 'phrase' ? phrase(value, most) : cut(value.replace(/\s+/g, ' ').trim(), most);
}

/**
 * A message for the phone, its fields within WeChat's limits.
 * @param values of the purpose's template, by our names; instants in epoch milliseconds
 * @param about of what goes as a text message too: the case whose form holds the phone, and until when it may still be acted upon
 * @throws Error for a field that would be empty, which WeChat refuses (47003)
 */
export function phoneWords<P extends Purpose>(
  purpose: P,
  values: Values<(typeof purposes)[P]['template']>,
  about?: { subjectId: string; until?: number },
): PhoneWords {
  const { fields } = templates[purposes[purpose].template];
  const words = Object.entries(fields).map(([name, field]): [string, string] => {
    const text = fieldWords(field, (values as Record<string, string | number>)[name] ?? '');
    if (text === '') throw new Error(`${purpose}: ${field} would be empty`);
    return [field, text];
  });
  const kind = textOf(purpose);
  const text = kind === null || !about ? null : { kind, subjectId: about.subjectId, until: about.until ?? null };
  return { purpose, fields: Object.fromEntries(words), ...(text && { text }) };
}
