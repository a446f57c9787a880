import { groupsOfPairs, similarTitles } from '@shared/entry/similar-title';
import { bigrams, plainWords } from '@shared/kernel/typed/plain-words';

const alike: ReadonlyArray<[string, string]> = [
  ['蒲县山货直供', '蒲县山货直供'],
  ['蒲县山货直供', '蒲县·山货　直供'],
  ['蒲县山货直供', '蒲县山货直供平台'],
  ['蒲县山货直供', '隰县山货直供'],
  ['AI 农机管家', 'ａｉ农机管家 '],
  ['山', '山'],
  // Exactly two of three.
  ['甲乙丙丁', '甲乙丙戊'],
];
const unlike: ReadonlyArray<[string, string]> = [
  ['智慧养老服务平台', '智慧农业服务平台'],
  ['蒲县山货直供', '蒲县山货深加工与电商平台'],
  ['山货', '山货直供'],
  ['山', '货'],
  ['', ''],
  ['（）', '——'],
];

test.each(alike)('“%s” and “%s” are alike', (a, b) => {
  expect([similarTitles(a, b), similarTitles(b, a)]).toEqual([true, true]);
});

test.each(unlike)('“%s” and “%s” are not', (a, b) => {
  expect([similarTitles(a, b), similarTitles(b, a)]).toEqual([false, false]);
});

test('whatever is alike has at least one group of pairs whole, whichever pairs it lacks', () => {
  const letters = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';
  for (let length = 2; length <= letters.length; length += 1) {
    const title = letters.slice(0, length);
    const groups = groupsOfPairs(title);
    expect(new Set(groups.flat())).toEqual(new Set(bigrams(title)));
    for (let from = 0; from < length; from += 1)
      for (let to = from + 1; to <= length; to += 1) {
        const other = `${title.slice(0, from)}${'天地'.slice(0, to - from)}${title.slice(to)}`;
        if (!similarTitles(title, other)) continue;
        const has = new Set(bigrams(plainWords(other)));
        expect(groups.some((group) => group.every((pair) => has.has(pair)))).toBe(true);
      }
  }
});
