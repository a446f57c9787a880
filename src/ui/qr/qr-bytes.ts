import { checkBytes } from './check-bytes';

/** At level M, by version from 1: bytes in all, check bytes of a block, blocks (ISO/IEC 18004, tables 7 and 9). */
const versions = [
  { all: 26, checks: 10, blocks: 1 },
  { all: 44, checks: 16, blocks: 1 },
  { all: 70, checks: 26, blocks: 1 },
  { all: 100, checks: 18, blocks: 2 },
  { all: 134, checks: 24, blocks: 2 },
  { all: 172, checks: 16, blocks: 4 },
  { all: 196, checks: 18, blocks: 4 },
  { all: 242, checks: 22, blocks: 4 },
  { all: 292, checks: 22, blocks: 5 },
] as const;

type Version = (typeof versions)[number];

const roomOf = ({ all, checks, blocks }: Version): number => all - checks * blocks;

/**
 * A text of plain ASCII as the bytes of the smallest code that holds it, those of its blocks in turn, with their check bytes.
 * Throws RangeError for more than 180 characters, or others.
 */
export function qrBytes(text: string): { version: number; bytes: number[] } {
  const codes = Array.from(text, (each) => each.charCodeAt(0));
  if (codes.some((code) => code > 126)) throw new RangeError('Only plain ASCII is drawn.');
  // The mode and the length take a byte and a half.
  const at = versions.findIndex((each) => codes.length + 2 <= roomOf(each));
  const found = versions[at];
  if (found === undefined) throw new RangeError('The text is too long for the codes that are drawn here.');
  return { version: at + 1, bytes: interleave(dataOf(codes, roomOf(found)), found) };
}

/** Mode 4 (bytes), the length, the bytes, four zeros, and then filling by the standard's two bytes in turn. */
function dataOf(codes: readonly number[], room: number): number[] {
  const halves = [4, codes.length >> 4, codes.length & 15, ...codes.flatMap((code) => [code >> 4, code & 15]), 0];
  const data = Array.from(
    { length: codes.length + 2 },
    (_, i) => ((halves[2 * i] ?? 0) << 4) | (halves[2 * i + 1] ?? 0),
  );
  while (data.length < room) data.push((data.length - codes.length) % 2 === 0 ? 0xec : 0x11);
  return data;
}

function interleave(data: readonly number[], { checks, blocks }: Version): number[] {
  // The last blocks hold one byte more where the bytes do not divide evenly.
  const short = Math.floor(data.length / blocks);
  const longer = data.length % blocks;
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, i) => {
    const part = data.slice(from, from + short + (i < blocks - longer ? 0 : 1));
    from += part.length;
    return part;
  });
  const checked = parts.map((part) => checkBytes(part, checks));
  const inTurn = (rows: number[][], length: number) =>
    Array.from({ length }, (_, i) => rows.flatMap((row) => (i < row.length ? [row[i] ?? 0] : []))).flat();
  return [...inTurn(parts, short + 1), ...inTurn(checked, checks)];
}
