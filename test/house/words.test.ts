import { roleZh } from '@shared/kernel/actor';
import { type AnyNotice, noticeWords, type Told } from '@shared/kernel/define-notice';
import ts from 'typescript';
import { notices } from '../../tools/docs/notices';
import { filesUnder, textOf } from './tree';

/** What people read follows docs/words.md, as far as a machine can tell. Texts are the string literals and JSX texts that hold Chinese. */
type Text = { file: string; line: number; text: string };

const chinese = /[\u4e00-\u9fff]/;
/** Stands in a text for what is put in at run time. */
const hole = '▢';

function parse(file: string, source: string): ts.SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
}

/** The words of one literal or JSX text, holes in the place of what is computed; null for any other node. */
function wordsOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isJsxText(node)) return node.text.trim();
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => hole + literal.text).join('');
}

function textsOf(file: string, source: string): Text[] {
  const tree = parse(file, source);
  const texts: Text[] = [];
  const visit = (node: ts.Node): void => {
    const text = wordsOf(node);
    if (text !== null && chinese.test(text)) {
      texts.push({ file, line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, text });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return texts;
}

const files = ['src', 'cloudfunctions']
  .flatMap((folder) => filesUnder(folder, '.ts', '.tsx'))
  .map((file) => ({ file, source: textOf(file) }));
const texts = files.flatMap(({ file, source }) => textsOf(file, source));

/** What is not written, and what stands instead. */
const banned: ReadonlyArray<readonly [RegExp, string]> = [
  [/[「」『』]/, '“ ”'],
  [/[！!]/, '。'],
  [/我们|咱们/, '写明单位'],
  // The state's courses are called so: 创办你的企业 (SYB).
  [/你(?!的企业)/, '您'],
  [/任务列表|任务单|参赛报名/, '报名表'],
  // The product takes applications for a loan that the state subsidises; it lends nothing and reckons nobody's credit.
  [/测算|立即借款|马上贷|在线放款|可借额度/, '贴息政策说明与示例'],
  [/队列/, '待审项目；页名“项目审核”'],
  [/放回/, '交回待办'],
  [/(?:可以|已|负责人)重新打开(?!即可)|重新打开项目/, '重新审核'],
  [/审查/, '审核'],
  [/一次性告知书/, '补正告知书'],
  [/(?<!审核人员)附言|工作人员留言|审核人员说明/, '审核人员附言'],
  [/需补正/, '需要补正'],
  [/项目(逾期)?失效/, '报名失效'],
  [/异议/, '疑问'],
  [/参赛人(?!员)/, '参赛者'],
  [/经办(?!机构)|县区/, '审核人员'],
  [/市级工作人员|全市工作人员/, '市级统筹人员'],
  [/审计人员/, '监督员'],
  [/主办方|(?<!大赛)组委会/, '主办单位；大赛组委会'],
  [/县域赛场/, '赛场'],
  [/落地/, '登记注册；实际经营地'],
  [/办理期限/, '审核期限／补正期限'],
  [/优胜|合格项目/, '获奖项目；审核通过的项目'],
  [/办理经过/, '办理过程'],
  [/来信/, '投诉建议'],
  [/移除|移走/, '文件“删除”，成员“移出”'],
  [/没有看|未看|没有审|未受理/, '未审；待受理'],
  [/其他办理/, '更多操作'],
  [/继续加载|再看 \d/, '查看更多'],
  [/稍候/, '稍后'],
  [/请看最新|从头查看/, '请刷新后再看'],
  [/选传/, '可不传'],
  [/第一创始人|核心团队|核心成员/, '项目发起人；主要成员'],
  [/登记注册日期|注册地址/, '营业执照成立日期；营业执照住所'],
  [/基点/, '百分点'],
  [/这一步/, '写明是哪件事'],
  [/操作编号|请求/, '不露程序的词'],
  [/出了点问题|校验不通过/, '写明出了什么事'],
  [/县\(市/, '县（市、区）'],
];

/** Texts that may keep such a word, with why. */
const allowed: ReadonlyArray<{ has: string; why: string }> = [
  { has: '报名需补正', why: 'the title of a notice, as its model in docs/words.md has it' },
  ...['有异议，待复核', '受理异议', '异议不成立', '异议复核完'].map((has) => ({
    has,
    why: 'of an award while it is made public, where the word belongs',
  })),
];

const numbers = `(?:\\d|${hole})`;
const counters = '个|处|天|项|人|件|条|份|位|字|周岁|个月|工作日|分钟|秒|万元|MB|GB';
const spaces: ReadonlyArray<readonly [RegExp, string]> = [
  [new RegExp(`\\d(?:${counters}|年以上|次(?!数))`), 'a space between a number and its unit'],
  [new RegExp(`[\\u4e00-\\u9fff]\\d+(?:\\.\\d+)? (?:${counters})`), 'a space before a number with its unit'],
  [new RegExp(`${numbers} [年月日]${numbers}|(?<!每)[年月] ${numbers}`), 'no space within a date'],
  [/:\d\d截止/, 'a space between a time and 截止'],
  [/日 截止/, 'none between a day and 截止'],
  [/(?<!:\d\d|24:00) ?日前/, '最迟某日 or a time before 前'],
  [/最迟 /, 'none behind 最迟'],
  [new RegExp(`最迟${hole} ?前`), '最迟某日, or 请在某时 前'],
  [new RegExp(`还有 ${numbers} 天`), '还剩 n 天'],
];

const faultsOf = (found: readonly Text[]): string[] =>
  found.flatMap(({ file, line, text }) =>
    allowed.some(({ has }) => text.includes(has))
      ? []
      : [...banned, ...spaces]
          .filter(([pattern]) => pattern.test(text))
          .map(([, instead]) => `${file}:${line} ${text} → ${instead}`),
  );

test('what people read is in the words of the table, with its quotes and its spaces', () => {
  expect(texts.length).toBeGreaterThan(1500);
  expect(faultsOf(texts)).toEqual([]);
});

test('every exception is still needed', () => {
  expect(allowed.filter(({ has }) => !texts.some(({ text }) => text.includes(has))).map(({ has }) => has)).toEqual([]);
});

test.each([
  ["const a = '请看「我的」';", '“ ”'],
  ['const a = <View>放回队列</View>;', '交回待办'],
  ["const a = '年满16周岁';", 'a space between a number and its unit'],
  ["const a = '还剩2 天';", 'a space before a number with its unit'],
  ["const a = '12 月1日截止';", 'no space within a date'],
  ["const a = '12月1日（周二）24:00截止';", 'a space between a time and 截止'],
  ["const a = '请在12月1日前提交';", '最迟某日 or a time before 前'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
  ['const a = `最迟 ${day}`;', 'none behind 最迟'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
  ['const a = `最迟${day} 前决定`;', '最迟某日, or 请在某时 前'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
  ['const a = `还有 ${n} 天`;', '还剩 n 天'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the source of a template
  ['const a = `移除${name}！`;', '文件“删除”，成员“移出”'],
])('%s is found out', (source, instead) => {
  expect(faultsOf(textsOf('a.tsx', source)).join('\n')).toContain(instead);
});

test('the table of who is called what is the roles, word for word', () => {
  const table = textOf('docs/words.md').matchAll(/^\| `(\w+)` \| (\S+) \|$/gm);
  const stands = Object.fromEntries([...table].map(([, role, zh]) => [role, zh]));
  expect(stands).toEqual(roleZh);
});

/** A deadline is never written by hand: what is closed by a bare day, or glued to 截止, is not found in the words alone. */
test('deadlines are told by the one place that knows how', () => {
  const glued = /(?:untilZh|lastMomentZh|dayEndZh)\([^`]*?\)\}截止|(?:formatDateZh|dayZh)\([^`]*?\)\}前/;
  expect(files.filter(({ source }) => glued.test(source)).map(({ file }) => file)).toEqual([]);
  const midnight = files.filter(({ source }) => source.replace(/\/\*[\s\S]*?\*\//g, '').includes('24:00'));
  expect(midnight.map(({ file }) => file)).toEqual(['src/shared/kernel/moment-words.ts']);
});

/** What is told once and kept, or beside its edition: notices, reminders, stations, a calendar's entry. */
const yearless =
  /^(src\/shared\/(kernel|telling)\/|src\/client\/day-words|src\/features\/competition\/landing\/stations|cloudfunctions\/(host|core\/seeds)\/)|\/notices\/|notice-phrases|reminders\/words|standing\/path|competition\/calendar/;

/** The calls of a word for days that are not told what is now, one argument within their parentheses. */
function callsWithoutNow(source: string): string[] {
  const word = /\b(?:formatDayZh|formatDateZh|dayZh|recentZh|dayEndZh|lastMomentZh|untilZh|openingZh)\(/g;
  return [...source.matchAll(word)].flatMap(({ 0: name, index }) => {
    let depth = 1;
    for (let at = index + name.length; at < source.length && depth > 0; at += 1) {
      const here = source[at] ?? '';
      if ('([{'.includes(here)) depth += 1;
      else if (')]}'.includes(here)) depth -= 1;
      else if (here === ',' && depth === 1) return [];
    }
    return [name];
  });
}

test('a day is told by what is now, so that one of another year says its year', () => {
  expect(callsWithoutNow('const a = dayEndZh(due(x, 1)) + dayZh(at, now);')).toEqual(['dayEndZh(']);
  const told = files.filter(
    ({ file, source }) => !yearless.test(file) && !source.includes('/day-words') && callsWithoutNow(source).length > 0,
  );
  // What a loan was paid out on is told as it happens, in facts of an event.
  expect(told.map(({ file }) => file)).toEqual(['cloudfunctions/core/lending/works.ts']);
  const pages = files.filter(({ file, source }) => {
    const names = [...source.matchAll(/import \{([^}]*)\} from '@shared\/kernel\/(?:moment-words|shanghai)'/g)];
    const own = /\b(formatDayZh|formatDateZh|dayZh|recentZh|dayEndZh|lastMomentZh|untilZh|openingZh|deadlineZh)\b/;
    return /^src\/(features|patterns|ui|pages|packages)\//.test(file) && names.some(([all]) => own.test(all));
  });
  expect(pages.map(({ file }) => file)).toEqual(['src/features/competition/landing/stations.tsx']);
});

test('what nobody can see is as good as nothing, wherever a text is asked for', () => {
  const trimmed = /\.trim\(\)(\.length)? [=!]==? (''|0)/;
  const asked = files.filter(({ file }) => !/kernel\/typed|core\/platform|cloudfunctions\/host/.test(file));
  expect(asked.filter(({ source }) => trimmed.test(source)).map(({ file }) => file)).toEqual([]);
});

/** The words of the buttons in each row of three or more. */
function rowsOfThree(file: string, source: string): string[][] {
  const rows: string[][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && /className="[^"]*xh-pair-of-buttons/.test(node.openingElement.getText())) {
      const buttons = node.children.filter((child) => !ts.isJsxText(child));
      if (buttons.length >= 3) {
        const words: string[] = [];
        const collect = (part: ts.Node): void => {
          const text = wordsOf(part);
          if (text !== null && chinese.test(text)) words.push(text);
          ts.forEachChild(part, collect);
        };
        buttons.forEach(collect);
        rows.push(words);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, source));
  return rows;
}

test('of three buttons in a row none has more than four characters', () => {
  const rows = files.flatMap(({ file, source }) => rowsOfThree(file, source));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.flat().filter((words) => [...words].length > 4)).toEqual([]);
});

const longTitle = '晋南黄土高原核桃深加工与冷链直供一体化示范基地及乡村电商带动就业项目（二期扩建）';
const longFacts: Readonly<Record<string, unknown>> = {
  title: longTitle,
  regionZh: '临汾经济开发区',
  fromRegionZh: '临汾经济开发区',
  trackZh: '城市发展与数字化转型',
  phaseZh: '资格审核',
  dueAt: Date.UTC(2026, 11, 13, 16),
  signUpUntil: Date.UTC(2026, 11, 13, 16),
  reviewDue: '2026-12-13',
  dueDate: '2026-12-13',
  faults: 12,
  memberZh: '司马相如',
  unconfirmed: 4,
};

/** A notice's words about its sample, with whatever can be long as long as it gets. */
function longestOf(notice: AnyNotice): Told {
  const long = Object.entries(longFacts).filter(([name]) => name in notice.sample);
  const words = noticeWords(notice, { ...notice.sample, ...Object.fromEntries(long) }, Date.UTC(2026, 11, 13, 15));
  if (words === null) throw new Error(`${notice.notice} is not told`);
  return words;
}

test.each(notices.map((notice) => [notice.notice, notice] as const))(
  '%s is short with the longest facts',
  (_, notice) => {
    const { title, body } = longestOf(notice);
    expect([...longTitle]).toHaveLength(40);
    expect([...title].length).toBeLessThanOrEqual(20);
    // The entry's title is cut and stands beside the count, so that what is to be done always fits.
    expect([...body.replace(/“晋南[^”]*”/, '')].length).toBeLessThanOrEqual(60);
    expect(body).not.toContain(longTitle);
    expect(body).not.toMatch(/XH\d|TS-\d/);
  },
);

/** A day as it is kept, `2026-11-21`, amid a sentence; in brackets it stands beside a field in which it is typed so. */
const keptDay = /(?<!（)\$\{[\w.?]*\b(?:on|answers\.today|\w+On|\w+Date)\}/;

test('a day amid a sentence is said as people say it', () => {
  const sentences = [
    ...filesUnder('src/features', '.ts', '.tsx'),
    ...filesUnder('src/patterns', '.ts', '.tsx'),
  ].flatMap((file) =>
    [...textOf(file).matchAll(/`[^`]*`/g)].map(([text]) => ({ file, text })).filter(({ text }) => chinese.test(text)),
  );
  expect(sentences.length).toBeGreaterThan(300);
  expect(sentences.filter(({ text }) => keptDay.test(text))).toEqual([]);
  // biome-ignore lint/suspicious/noTemplateCurlyInString: sources as they stand in a file
  expect(['`基准日 ${cutoffDate}`', '`作废${on}的还款`'].every((text) => keptDay.test(text))).toBe(true);
});
