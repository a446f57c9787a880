import { createHash } from 'node:crypto';
import { qrCode } from '../../../src/ui/qr/qr-code';

/** Every code that is kept here was read back as its text by two decoders that are not ours (jsqr 1.4, qr 0.7). */
const pictureOf = (text: string) => qrCode(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));
const textOf = (length: number) => Array.from({ length }, (_, i) => String.fromCharCode(33 + ((i * 7) % 93))).join('');

test('a short word is drawn as the decoders read it', () => {
  expect(pictureOf('xinghuo')).toEqual([
    '#######..##...#######',
    '#.....#..###..#.....#',
    '#.###.#.#.###.#.###.#',
    '#.###.#.#.###.#.###.#',
    '#.###.#.###.#.#.###.#',
    '#.....#.####..#.....#',
    '#######.#.#.#.#######',
    '........##...........',
    '#.#####..###..#####..',
    '#..##...#..#####....#',
    '#..####...#.#.##.###.',
    '#.##....#.#####.###..',
    '.#.#..#..##.#...#...#',
    '........##..#..###.##',
    '#######..###.#.....#.',
    '#.....#.#........####',
    '#.###.#.####.#.....#.',
    '#.###.#.#.#####.###..',
    '#.###.#.##..#.#..#...',
    '#.....#...######.##..',
    '#######.#...#..##..#.',
  ]);
});

test.each([
  [14, 21, '0e6ece74b7ccd5fd'],
  [26, 25, '221a9eeaee4525e8'],
  [42, 29, '0b16e22f129fd197'],
  [62, 33, 'a66de8b0201fd090'],
  [84, 37, '80aa33796e8304c9'],
  [106, 41, '17f05b6693ba777e'],
  [122, 45, '5fd0d0e767c61a4a'],
  [152, 49, '045492b1f7c9ca99'],
  [180, 53, 'fcff853816104513'],
])('the longest text of each size, %d characters, is drawn as the decoders read it', (length, size, digest) => {
  const picture = pictureOf(textOf(length));
  expect([picture.length, createHash('sha256').update(picture.join('\n')).digest('hex').slice(0, 16)]).toEqual([
    size,
    digest,
  ]);
});

test('what is too long, or no plain ASCII, is refused', () => {
  expect(() => qrCode(textOf(181))).toThrow(RangeError);
  expect(() => qrCode('星火')).toThrow(RangeError);
});
