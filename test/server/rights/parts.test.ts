import { makeSayable } from '../../../cloudfunctions/core/platform/pdf/write-pdf';
import { partsOf } from '../../../cloudfunctions/core/rights/parts-of';
import { pdfOf } from '../../../cloudfunctions/core/rights/pdf-of';

const madeAt = '2026-11-24T09:00:00+08:00';
const row = (n: number) => ({ n, words: '字'.repeat(1000) });
const section = (name: string, from: number, to: number) => ({
  name,
  zh: `${name}的内容`,
  columns: { n: '序号', words: '内容' },
  rows: Array.from({ length: to - from }, (_, i) => row(from + i)),
});

test('what is too much for one answer comes in parts that fit, every row in one of them, in order', () => {
  const all = {
    madeAt,
    sections: [section('a', 0, 5), section('b', 5, 300), section('c', 300, 301)],
    withheld: ['为什么'],
  };
  const parts = partsOf(all, 100_000);
  expect(parts.length).toBeGreaterThan(5);
  for (const part of parts) {
    expect(Buffer.byteLength(JSON.stringify(part, null, 1))).toBeLessThan(110_000);
    expect([part.madeAt, part.withheld]).toEqual([madeAt, ['为什么']]);
  }
  const rows = parts.flatMap(({ sections }) => sections.flatMap((each) => each.rows.map(({ n }) => n)));
  expect(rows).toEqual(Array.from({ length: 301 }, (_, i) => i));
  expect(new Set(parts.flatMap(({ sections }) => sections.map(({ name }) => name)))).toEqual(new Set(['a', 'b', 'c']));
  expect(partsOf({ madeAt, sections: [], withheld: [] }, 100)).toEqual([{ madeAt, sections: [], withheld: [] }]);
  // A row that is larger than a part stands alone in one.
  expect(partsOf({ madeAt, sections: [section('a', 0, 2)], withheld: [] }, 10)).toHaveLength(2);
});

test('a paper of as many different letters as a part may have is small enough for an answer', async () => {
  const letters = Array.from({ length: 6000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
  const rows = Array.from({ length: 120 }, (_, i) => ({
    words: letters.slice((i % 20) * 300, (i % 20) * 300 + 300).repeat(3),
  }));
  const all = { madeAt, sections: [{ name: 'a', zh: '内容', columns: { words: '内容' }, rows }], withheld: [] };
  const parts = partsOf(all, 200_000, 2000);
  expect(parts.length).toBeGreaterThan(2);
  const [first] = parts;
  const bytes = first ? await pdfOf(first, { part: 1, parts: parts.length }) : Buffer.alloc(1e9);
  expect(bytes.length).toBeLessThan(660_000);
});

test('a letter that the font lacks stands by its number, never as an empty box', () => {
  const { said, unwritten } = makeSayable((point) => point < 0x20000);
  expect([said('王喆\n'), unwritten()]).toEqual(['王喆\n', false]);
  expect([said('王𪜀'), unwritten()]).toEqual(['王〔U+2A700〕', true]);
});
