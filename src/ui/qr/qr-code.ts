import { qrBytes } from './qr-bytes';
import { emptyFrame, type Frame, writeMask } from './qr-frame';

/** Rows of squares, true where dark. */
export type QrCode = ReadonlyArray<readonly boolean[]>;

const masks: ReadonlyArray<(y: number, x: number) => boolean> = [
  (y, x) => (y + x) % 2 === 0,
  (y) => y % 2 === 0,
  (_y, x) => x % 3 === 0,
  (y, x) => (y + x) % 3 === 0,
  (y, x) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (y, x) => ((y * x) % 2) + ((y * x) % 3) === 0,
  (y, x) => (((y * x) % 2) + ((y * x) % 3)) % 2 === 0,
  (y, x) => (((y + x) % 2) + ((y * x) % 3)) % 2 === 0,
];

/**
 * A QR code of level M (ISO/IEC 18004) that holds a text of plain ASCII, without the white around it.
 * Throws RangeError for more than 180 characters, or others.
 */
export function qrCode(text: string): QrCode {
  const { version, bytes } = qrBytes(text);
  const drawn = masks.map((_, mask) => draw(version, bytes, mask));
  return drawn.reduce((least, each) => (penalty(each) < penalty(least) ? each : least));
}

/** The data goes up and down in columns of two, from the right, past the upright line of measure. */
function draw(version: number, bytes: readonly number[], mask: number): QrCode {
  const frame = emptyFrame(version);
  const size = frame.length;
  writeMask(frame, mask);
  const bitAt = (i: number) => (((bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1) === 1;
  const turned = masks[mask] as (y: number, x: number) => boolean;
  const code: Frame = frame.map((row) => [...row]);
  let next = 0;
  for (let right = size - 1; right >= 1; right -= right === 8 ? 3 : 2) {
    const up = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = up ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = code[y];
        if (row === undefined || frame[y]?.[x] !== null) continue;
        row[x] = bitAt(next) !== turned(y, x);
        next += 1;
      }
    }
  }
  return code.map((row) => row.map((dark) => dark === true));
}

/** How hard a code is to read: long runs, blocks, what looks like an eye, too much of one colour (7.8.3). */
function penalty(code: QrCode): number {
  const columns = code.map((_, x) => code.map((row) => row[x] ?? false));
  let sum = 0;
  for (const line of [...code, ...columns]) {
    const words = line.map((dark) => (dark ? '1' : '0')).join('');
    for (const run of words.match(/0{5,}|1{5,}/g) ?? []) sum += run.length - 2;
    for (const eye of ['10111010000', '00001011101']) {
      for (let at = words.indexOf(eye); at >= 0; at = words.indexOf(eye, at + 1)) sum += 40;
    }
  }
  const alike = (y: number, x: number) => {
    const dark = code[y]?.[x];
    return code[y]?.[x + 1] === dark && code[y + 1]?.[x] === dark && code[y + 1]?.[x + 1] === dark;
  };
  const last = code.length - 1;
  for (let y = 0; y < last; y += 1) for (let x = 0; x < last; x += 1) if (alike(y, x)) sum += 3;
  const dark = code.flat().filter(Boolean).length / code.length ** 2;
  return sum + Math.floor(Math.abs(dark * 100 - 50) / 5) * 10;
}
