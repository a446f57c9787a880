import {
  sameName,
  typedArea,
  typedCode,
  typedDate,
  typedLine,
  typedName,
  typedNumber,
  typedReference,
} from '@shared/kernel/typed/typed';
import { isBlank } from '@shared/kernel/typed/unseen';
import fc from 'fast-check';

describe('A line of prose', () => {
  test.each([
    ['\u202e试验项目', '试验项目', '已去掉 1 个看不见的字符'],
    ['试\u200b验\ufeff项\u2066目\u2069', '试验项目', '已去掉 4 个看不见的字符'],
    ['蒲\0县\u0007', '蒲县', '已去掉 2 个看不见的字符'],
    ['x\ud83d', 'x', '已去掉 1 个看不见的字符'],
    ['a\u200db', 'ab', '已去掉 1 个看不见的字符'],
    ['a\u{e0061}b', 'ab', '已去掉 1 个看不见的字符'],
    ['  两边\u3000', '两边', ''],
    ['第一行\r\n第二行\t完', '第一行 第二行 完', ''],
    ['e\u0301', 'é', ''],
    ['ＡＢ１２', 'ＡＢ１２', ''],
    [
      '👨‍👩‍👧❤️‍🔥🏳️‍🌈👍🏽葛\u{e0100}🏴\u{e0067}\u{e0062}\u{e007f}',
      '👨‍👩‍👧❤️‍🔥🏳️‍🌈👍🏽葛\u{e0100}🏴\u{e0067}\u{e0062}\u{e007f}',
      '',
    ],
  ])('%j is kept as %j', (typed, value, dropped) => {
    expect(typedLine(typed)).toEqual({ value, dropped });
  });

  test.each(['\u200b', ' \u3000\u2800\ufe0f', '\u3164', '\u2063\u00ad', ''])('%j is nothing', (typed) => {
    expect(typedLine(typed).value).toBe('');
    expect(isBlank(typed)).toBe(true);
  });
});

test('an area keeps its paragraphs, with one kind of line break', () => {
  expect(typedArea('一\r\n\r\n二\u2028三\t四\n')).toEqual({ value: '一\n\n二\n三 四', dropped: '' });
});

test('to type again what is kept changes nothing, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      for (const kind of [typedArea, typedLine, typedName, typedCode, typedDate]) {
        const { value } = kind(text);
        expect(kind(value)).toEqual({ value, dropped: '' });
      }
    }),
    { numRuns: 2_000, seed: 8 },
  );
});

describe('A name', () => {
  test.each([
    '阿依古丽·买买提',
    '阿依古丽•买买提',
    '阿依古丽‧买买提',
    '阿依古丽・买买提',
    '阿依古丽 ･ 买买提',
    '阿依古丽．买买提',
  ])('%s is kept with ·', (typed) => {
    expect(typedName(typed).value).toBe('阿依古丽·买买提');
  });

  test('is the same whatever the spaces, the width and the case', () => {
    expect(sameName('王 小明', '王小明')).toBe(true);
    expect(sameName('ＬＩ Ming', 'li ming')).toBe(true);
    expect(sameName('阿依古丽•买买提', ' 阿依古丽·买买提\u200b')).toBe(true);
    expect(sameName('晋银〔2026〕借字第12—A号', '晋银（2026）借字第 １２－a 号')).toBe(true);
    expect(sameName('12-A', '12A')).toBe(false);
    expect(sameName('王小明', '王小名')).toBe(false);
    expect(sameName('阿依古丽买买提', '阿依古丽·买买提')).toBe(false);
  });
});

describe('A code', () => {
  test.each([
    ['91350100M000100Y43', '91350100M000100Y43', ''],
    [' 91350100m000100y43 ', '91350100M000100Y43', ''],
    ['91350100 M000-100Y43', '91350100M000100Y43', '已整理为 91350100M000100Y43'],
    ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43', '已整理为 91350100M000100Y43'],
    ['\u202d91350100M000100Y43\u202c', '91350100M000100Y43', '已整理为 91350100M000100Y43'],
  ])('%j is kept as %j', (typed, value, dropped) => {
    expect(typedCode(typed)).toEqual({ value, dropped });
  });
});

test.each([
  ['2025-03-03', '2025-03-03'],
  ['2025/3/3', '2025-03-03'],
  ['２０２５年３月３日', '2025-03-03'],
  ['2025.3.3', '2025-03-03'],
  ['三月三日', '三月三日'],
])('the day %s is read as %s', (typed, value) => {
  expect(typedDate(typed).value).toBe(value);
});

test.each([
  ['12', 0, 12],
  ['１２', 0, 12],
  ['1\u200b,200', 0, 1200],
  ['0', 0, 0],
  ['', 0, null],
  ['1.5', 0, null],
  ['1.5', 2, 1.5],
  ['1.', 2, 1],
  ['1.555', 2, null],
  ['-3', 0, null],
  ['三', 0, null],
  ['1,200.50', 2, 1200.5],
  ['1 000 000', 0, 1000000],
  ['　８８，０００　', 2, 88000],
  // Meant for a point, or a slip: nobody is to lend a hundred times as much.
  ['477，30', 2, null],
  ['10,5', 2, null],
  ['1,2000', 2, null],
  ['12 5', 0, null],
])('%j read with %d digits behind the point is %j', (typed, digits, value) => {
  expect(typedNumber(typed, digits)).toBe(value);
});

test('a reference is looked for in full width and with any dash', () => {
  expect(typedReference(' ｘＨ２０２６—141033–0007\u200b')).toBe('XH2026-141033-0007');
});
