import type { RandomAccess } from '../storage';
import type { DetectedFile } from './detected-file';

const maxBoxes = 1024;
const damaged: DetectedFile = { state: 'damaged', could: ['mp4'] };

/** Brands of the same box format that are not MP4 video (mp4ra.org), by their name for people. */
const otherBrands: readonly (readonly [RegExp, string])[] = [
  [/^qt {2}$/, 'MOV 视频'],
  [/^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/, 'HEIC 照片'],
  [/^avi[fs]$/, 'AVIF 图片'],
  [/^(M4A |M4B |F4A )$/, 'M4A 音频'],
  [/^3g[a-z0-9]{2}$/, '3GP 视频'],
  [/^crx $/, '相机原始照片（RAW）'],
];

/**
 * Looks at a file whose first box is `ftyp` (ISO/IEC 14496-12): its brand must be a video's, its outer boxes must fit one
 * behind the other into the file, and one of them be `moov`. `seconds` is the running time, rounded up,
 * where the film's header tells it (a fragmented film says 0, which is not reported).
 */
export async function detectMp4(file: RandomAccess): Promise<DetectedFile> {
  const brand = (await file.read(8, 4)).toString('latin1');
  const other = otherBrands.find(([pattern]) => pattern.test(brand));
  if (other !== undefined) return { state: 'foreign', looksLike: other[1] };

  let moov: Box | undefined;
  let offset = 0;
  for (let count = 0; count < maxBoxes && offset < file.size; count += 1) {
    const box = await readBox(file, offset, file.size);
    if (box === undefined) return damaged;
    if (box.type === 'moov') moov = box;
    offset = box.end;
  }
  if (moov === undefined) return damaged;
  const seconds = await readSeconds(file, moov);
  return { state: 'sound', kind: 'mp4', ...(seconds === undefined ? {} : { seconds }) };
}

type Box = { readonly type: string; readonly start: number; readonly end: number };

/** The box at `offset`; `start` is where its content begins. Undefined when it does not fit before `limit`. */
async function readBox(file: RandomAccess, offset: number, limit: number): Promise<Box | undefined> {
  const header = await file.read(offset, 16);
  if (header.length < 8) return undefined;
  const type = header.toString('latin1', 4, 8);
  const small = header.readUInt32BE(0);
  if (small === 0) return { type, start: offset + 8, end: limit };
  if (small === 1 && header.length < 16) return undefined;
  const size = small === 1 ? Number(header.readBigUInt64BE(8)) : small;
  const headerSize = small === 1 ? 16 : 8;
  if (size < headerSize || offset + size > limit) return undefined;
  return { type, start: offset + headerSize, end: offset + size };
}

async function readSeconds(file: RandomAccess, moov: Box): Promise<number | undefined> {
  let offset = moov.start;
  for (let count = 0; count < maxBoxes && offset < moov.end; count += 1) {
    const box = await readBox(file, offset, moov.end);
    if (box === undefined) return undefined;
    if (box.type === 'mvhd') return secondsOf(await file.read(box.start, 32));
    offset = box.end;
  }
  return undefined;
}

/** mvhd: version, flags, two times, time scale, duration; version 1 has 64-bit times and duration. */
function secondsOf(header: Buffer): number | undefined {
  if (header.length < 32) return undefined;
  const long = header[0] === 1;
  const scale = header.readUInt32BE(long ? 20 : 12);
  const duration = long ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16);
  return scale === 0 || duration === 0 ? undefined : Math.ceil(duration / scale);
}
