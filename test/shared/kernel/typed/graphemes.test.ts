import { countGraphemes, shorten, splitGraphemes } from '@shared/kernel/typed/graphemes';
import fc from 'fast-check';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** What people type here: Han of every plane, letters with accents, pictures, flags, joined families, skins, keycaps, breaks. */
const pieces = fc.constantFrom(
  '蒲',
  '𠮷',
  'a',
  'é',
  'e\u0301',
  '🚀',
  '❤️',
  '👍🏽',
  '👨‍👩‍👧',
  '🏳️‍🌈',
  '🇨🇳',
  '🇭🇰',
  '1️⃣',
  '葛\u{e0100}',
  '\n',
  '\r\n',
  ' ',
  'ئۇ',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
);

test('agrees with the platform that can count, over what people type', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      expect(splitGraphemes(text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
    }),
    { numRuns: 500, seed: 8 },
  );
});

test('a character outside the basic plane, a flag and a family each count as one', () => {
  expect(countGraphemes('\u{20bb7}'.repeat(40))).toBe(40);
  expect(countGraphemes('🇨🇳🇨🇳👨‍👩‍👧')).toBe(3);
  expect(countGraphemes('')).toBe(0);
});

test('a heap of marks on one letter is more than one character', () => {
  expect(countGraphemes(`a${'\u0301'.repeat(100)}`)).toBeGreaterThan(3);
});

test('shortening never cuts a character', () => {
  expect(shorten('蒲县👨‍👩‍👧山货', 4)).toBe('蒲县👨‍👩‍👧…');
  expect(shorten('蒲县👨‍👩‍👧山货', 5)).toBe('蒲县👨‍👩‍👧山货');
});
