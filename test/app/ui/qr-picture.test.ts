import { qrAddress } from '../../../src/ui/qr/qr-picture';

/** The squares of a picture, row by row. */
function squaresOf(address: string): string[] {
  const svg = decodeURIComponent(address.slice(address.indexOf(',') + 1));
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => '.'));
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) (rows[Number(y)] as string[])[Number(x)] = '#';
  return rows.map((row) => row.join(''));
}

test('a code stands within four white squares, with its three eyes', () => {
  const rows = squaresOf(qrAddress('xinghuo'));
  const eye = '#######';
  expect(rows).toHaveLength(29);
  expect(rows.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => '.'.repeat(29)));
  expect([rows[4]?.slice(0, 11), rows[4]?.slice(-11), rows[24]?.slice(0, 11)]).toEqual([
    `....${eye}`,
    `${eye}....`,
    `....${eye}`,
  ]);
});

test('another text is another code', () => {
  expect(squaresOf(qrAddress('xinghuo'))).not.toEqual(squaresOf(qrAddress('xinghua')));
});
