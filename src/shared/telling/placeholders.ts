import { type AnyNotice, noticeWords } from '../kernel/define-notice';
import { lastMomentZh } from '../kernel/moment-words';
import { formatDateZh, formatDayZh, shanghaiDate } from '../kernel/shanghai';
import { fillWith, namesIn, type Placeholder, type Wording } from './wording';

/** How a fact is said: a name (longer ones are cut), plain words, a number, a day `YYYY-MM-DD`, the last moment before an exclusive instant. */
type Said = { zh: string; as: 'name' | 'words' | 'number' | 'day' | 'until'; needed?: true };

/**
 * The facts of events that a notice's words may say, by their name. What must not stand in a notice (numbers, reasons, remarks: docs/words §1.9)
 * is not here, and ids are nobody's to read.
 */
const spoken: Readonly<Record<string, Said>> = {
  title: { zh: '项目名称', as: 'name', needed: true },
  regionZh: { zh: '县（市、区）', as: 'words' },
  fromRegionZh: { zh: '原县（市、区）', as: 'words' },
  trackZh: { zh: '赛道', as: 'words' },
  reviewDue: { zh: '审核期限', as: 'day', needed: true },
  dueAt: { zh: '期限', as: 'until', needed: true },
  signUpUntil: { zh: '报名截止', as: 'until', needed: true },
  faults: { zh: '要改的处数', as: 'number' },
  answerDays: { zh: '答复的工作日数', as: 'number' },
  unconfirmed: { zh: '未确认的人数', as: 'number' },
  memberZh: { zh: '成员姓名', as: 'words' },
  personZh: { zh: '姓名', as: 'words' },
  phaseZh: { zh: '阶段', as: 'words', needed: true },
  closesAt: { zh: '截止时间', as: 'until', needed: true },
  editionZh: { zh: '届次名称', as: 'words' },
  partZh: { zh: '改动的部分', as: 'words' },
  kindZh: { zh: '投诉建议类别', as: 'words' },
  dueDate: { zh: '答复期限', as: 'day', needed: true },
  placeZh: { zh: '权限范围', as: 'words' },
  moveZh: { zh: '决定', as: 'words', needed: true },
  validFrom: { zh: '施行日期', as: 'day' },
  validTo: { zh: '最后一天', as: 'day' },
};

/** What the title of an event's own subject is called. */
const titles: ReadonlyArray<[string, string]> = [
  ['announcement.', '公告标题'],
  ['policy.', '政策名称'],
];

const longestName = 20;

function say(as: Said['as'], value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (as === 'until') return typeof value === 'number' ? lastMomentZh(value) : null;
  if (as === 'day') return formatDateZh(String(value));
  if (as !== 'name') return String(value);
  const characters = [...String(value)];
  return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : String(value);
}

/** The same day without its weekday, where a title has no room for more. */
function sayShort(as: Said['as'], value: unknown): string | null {
  if (as === 'until' && typeof value === 'number') return formatDayZh(shanghaiDate(value - 1));
  if (as === 'day' && typeof value === 'string' && value !== '') return formatDayZh(value);
  return null;
}

/** What these facts say, by the names of the placeholders; null: nothing, this time. */
function saidOf(event: string, facts: object): Map<string, { value: string | null; needed: boolean; short: boolean }> {
  const said = new Map<string, { value: string | null; needed: boolean; short: boolean }>();
  for (const [name, value] of Object.entries(facts)) {
    const known = spoken[name];
    if (known === undefined) continue;
    const { as, needed = false } = known;
    const zh =
      name === 'title' ? (titles.find(([beginning]) => event.startsWith(beginning))?.[1] ?? known.zh) : known.zh;
    said.set(zh, { value: say(as, value), needed, short: false });
    if (as === 'until' || as === 'day') said.set(`${zh}（短）`, { value: sayShort(as, value), needed, short: true });
  }
  return said;
}

/** The notice's own words about its sample, of a fixed instant. */
function ownWords(notice: AnyNotice): Wording {
  const told = noticeWords(notice, notice.sample, Date.UTC(2026, 10, 24, 1));
  if (told === null) throw new Error(`${notice.notice} is not told of its own sample`);
  return { title: told.title, body: told.body };
}

/**
 * What own words for a notice may say: what its sample has. What the code's words say of a name or a day must be said by others too, a day in
 * one of its two lengths.
 */
export function placeholdersOf(notice: AnyNotice): Placeholder[] {
  const { title, body } = templateOf(notice);
  const written = [...namesIn(title), ...namesIn(body)];
  return [...saidOf(notice.event, notice.sample)].flatMap(([zh, { value, needed, short }]) =>
    value === null ? [] : [{ zh, sample: value, needed: needed && !short && written.includes(zh) }],
  );
}

/** The code's words with placeholders in the place of what they say of the sample: where own words begin. */
export function templateOf(notice: AnyNotice): Wording {
  const said = [...saidOf(notice.event, notice.sample)]
    .flatMap(([zh, { value }]) => (value === null || value.length < 2 ? [] : [{ zh, value }]))
    .sort((a, b) => b.value.length - a.value.length);
  const numbers = [...saidOf(notice.event, notice.sample)].flatMap(([zh, { value }]) =>
    value !== null && value.length === 1 ? [{ zh, value }] : [],
  );
  const written = (text: string): string => {
    const marked = said.reduce((so, { zh, value }) => so.split(value).join(`{${zh}}`), text);
    return numbers.reduce((so, { zh, value }) => so.split(` ${value} `).join(` {${zh}} `), marked);
  };
  const { title, body } = ownWords(notice);
  return { title: written(title), body: written(body) };
}

/**
 * Own words about the facts of an event.
 * @returns null when something that they say is not known this time: then the code's words are right, which know what to leave out
 */
export function wordsOf(wording: Wording, event: string, facts: object): Wording | null {
  const said = saidOf(event, facts);
  const values = new Map([...said].flatMap(([zh, { value }]) => (value === null ? [] : [[zh, value] as const])));
  const names = [...namesIn(wording.title), ...namesIn(wording.body)];
  if (names.some((name) => !values.has(name))) return null;
  return { title: fillWith(wording.title, values), body: fillWith(wording.body, values) };
}
