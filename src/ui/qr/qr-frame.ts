/** Rows of what is dark; null where data goes. */
export type Frame = Array<Array<boolean | null>>;

/** Where the small squares stand in versions 7 and more, between the first, 6, and the last. */
const middles: Readonly<Record<number, number>> = { 7: 22, 8: 24, 9: 26 };

export const sizeOf = (version: number): number => 17 + 4 * version;

/** Everything of a code of that version that is no data: eyes, lines of measure, squares, the version, and room for how it is masked. */
export function emptyFrame(version: number): Frame {
  const size = sizeOf(version);
  const frame: Frame = Array.from({ length: size }, () => Array.from({ length: size }, () => null));
  for (let i = 0; i < size; i += 1) {
    set(frame, 6, i, i % 2 === 0);
    set(frame, i, 6, i % 2 === 0);
  }
  for (const [y, x] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const) {
    ring(frame, y, x, 4, (from) => from !== 2 && from !== 4);
  }
  const middle = middles[version];
  const places = version === 1 ? [] : [6, ...(middle === undefined ? [] : [middle]), size - 7];
  for (const y of places) {
    for (const x of places) {
      const inEye = (y === 6 && (x === 6 || x === size - 7)) || (y === size - 7 && x === 6);
      if (!inEye) ring(frame, y, x, 2, (from) => from !== 1);
    }
  }
  writeMask(frame, 0);
  if (version >= 7) writeVersion(frame, version);
  return frame;
}

function set(frame: Frame, y: number, x: number, dark: boolean): void {
  const row = frame[y];
  if (row !== undefined && x >= 0 && x < row.length) row[x] = dark;
}

/** A square around a place, dark or light by how far from its middle. */
function ring(frame: Frame, y: number, x: number, reach: number, dark: (from: number) => boolean): void {
  for (let dy = -reach; dy <= reach; dy += 1) {
    for (let dx = -reach; dx <= reach; dx += 1) set(frame, y + dy, x + dx, dark(Math.max(Math.abs(dy), Math.abs(dx))));
  }
}

/** The number followed by what remains of it, so that it can be read though some of it is smudged. */
function withRest(value: number, width: number, divisor: number): number {
  let rest = value << width;
  for (let bit = 31; bit >= width; bit -= 1) if ((rest >>> bit) & 1) rest ^= divisor << (bit - width);
  return (value << width) | rest;
}

/** Level M and the mask, twice (ISO/IEC 18004, 7.9). */
export function writeMask(frame: Frame, mask: number): void {
  const size = frame.length;
  const bits = withRest(mask, 10, 0x537) ^ 0x5412;
  const dark = (i: number) => ((bits >> i) & 1) === 1;
  for (let i = 0; i < 15; i += 1) {
    const [y, x] = i < 6 ? [i, 8] : i < 8 ? [i + 1, 8] : i === 8 ? [8, 7] : [8, 14 - i];
    set(frame, y, x, dark(i));
    if (i < 8) set(frame, 8, size - 1 - i, dark(i));
    else set(frame, size - 15 + i, 8, dark(i));
  }
  set(frame, size - 8, 8, true);
}

/** The version, twice (7.10). */
function writeVersion(frame: Frame, version: number): void {
  const bits = withRest(version, 12, 0x1f25);
  for (let i = 0; i < 18; i += 1) {
    const across = frame.length - 11 + (i % 3);
    const down = Math.floor(i / 3);
    set(frame, down, across, ((bits >> i) & 1) === 1);
    set(frame, across, down, ((bits >> i) & 1) === 1);
  }
}
