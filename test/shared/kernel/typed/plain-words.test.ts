import { bigrams, coveringPairs, plainWords } from '@shared/kernel/typed/plain-words';

test.each([
  ['蒲县山货直供', '蒲县山货直供'],
  ['蒲县·山货（直供）', '蒲县山货直供'],
  ['蒲\u200b县\u200d山\ufeff货 直供', '蒲县山货直供'],
  ['ＡＩ农机ＰＲＯ', 'ai农机pro'],
  ['50%_省电\\炉', '50省电炉'],
  ['“星火”🔥 计划', '星火计划'],
  ['〇二号', '〇二号'],
  [' \u3164 ', ''],
])('%j is looked for as %j', (typed, plain) => {
  expect(plainWords(typed)).toBe(plain);
});

test('pairs of neighbours, each once; a character outside the basic plane is one', () => {
  expect(bigrams('山货山货')).toEqual(['山货', '货山']);
  expect(bigrams('𠮷野家')).toEqual(['𠮷野', '野家']);
  expect([bigrams(''), bigrams('山')]).toEqual([[], []]);
});

test('the fewest pairs that hold every character of a text', () => {
  expect(coveringPairs('山货直供')).toEqual(['山货', '直供']);
  expect(coveringPairs('合作社')).toEqual(['合作', '作社']);
  expect(coveringPairs('𠮷野家山货')).toEqual(['𠮷野', '家山', '山货']);
  expect([coveringPairs(''), coveringPairs('山')]).toEqual([[], []]);
});
