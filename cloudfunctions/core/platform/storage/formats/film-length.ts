import type { RandomAccess } from '../storage';
import type { Box } from './boxes';

/** A time scale and a length in it. Undefined where it says 0 or all ones, which means that it cannot be told. */
export function lengthOf(header: Buffer): { readonly scale: number; readonly seconds: number | undefined } {
  const long = header[0] === 1;
  if (header.length < (long ? 32 : 20)) return { scale: 0, seconds: undefined };
  const scale = header.readUInt32BE(long ? 20 : 12);
  const length = long ? header.readBigUInt64BE(24) : BigInt(header.readUInt32BE(16));
  const unknown = length === 0n || length === (long ? 0xffff_ffff_ffff_ffffn : 0xffff_ffffn) || scale === 0;
  return { scale, seconds: unknown ? undefined : Number(length) / scale };
}

/** What a track of pictures says in front of its samples: its number, its time scale, and a sample's usual length. */
export type PictureTrack = { readonly id: number; readonly scale: number; readonly sampleLength: number };

const maxFragmentHeader = 256 * 1024;

/** The seconds that a segment index (sidx, 8.16.3) adds up to; undefined when it points to further indexes. */
export async function secondsOfIndex(file: RandomAccess, sidx: Box): Promise<number | undefined> {
  const bytes = await file.read(sidx.start, Math.min(sidx.end - sidx.start, maxFragmentHeader));
  if (bytes.length < 24) return undefined;
  const scale = bytes.readUInt32BE(8);
  const first = bytes[0] === 0 ? 20 : 28;
  const count = bytes.length < first + 4 ? 0 : bytes.readUInt16BE(first + 2);
  let length = 0;
  for (let n = 0; n < count && first + 4 + n * 12 + 12 <= bytes.length; n += 1) {
    const at = first + 4 + n * 12;
    if (((bytes[at] ?? 0) & 0x80) !== 0) return undefined;
    length += bytes.readUInt32BE(at + 4);
  }
  return scale === 0 || length === 0 ? undefined : length / scale;
}

/** When a fragment (moof, 8.8.4) begins and ends, in seconds of the track; undefined without tfdt, or when it is of another track. */
export async function timesOfFragment(
  file: RandomAccess,
  moof: Box,
  track: PictureTrack,
): Promise<{ readonly start: number; readonly end: number } | undefined> {
  const bytes = await file.read(moof.start, Math.min(moof.end - moof.start, maxFragmentHeader));
  for (const traf of inside(bytes, 'traf')) {
    const [head] = inside(traf, 'tfhd');
    const [time] = inside(traf, 'tfdt');
    if (head === undefined || head.length < 8 || time === undefined || head.readUInt32BE(4) !== track.id) continue;
    const long = time[0] === 1;
    if (time.length < (long ? 12 : 8)) continue;
    const start = long ? Number(time.readBigUInt64BE(4)) : time.readUInt32BE(4);
    const usual = usualLength(head) ?? track.sampleLength;
    const length = inside(traf, 'trun').reduce((sum, run) => sum + lengthOfRun(run, usual), 0);
    return { start: start / track.scale, end: (start + length) / track.scale };
  }
  return undefined;
}

/** tfhd's own sample length; the fields in front of it are there or not by its flags. */
function usualLength(head: Buffer): number | undefined {
  const flags = head.readUInt32BE(0) & 0xffffff;
  if ((flags & 0x8) === 0) return undefined;
  const at = 8 + ((flags & 0x1) !== 0 ? 8 : 0) + ((flags & 0x2) !== 0 ? 4 : 0);
  return at + 4 <= head.length ? head.readUInt32BE(at) : undefined;
}

function lengthOfRun(run: Buffer, usual: number): number {
  if (run.length < 8) return 0;
  const flags = run.readUInt32BE(0) & 0xffffff;
  const count = run.readUInt32BE(4);
  if ((flags & 0x100) === 0) return count * usual;
  const first = 8 + ((flags & 0x1) !== 0 ? 4 : 0) + ((flags & 0x4) !== 0 ? 4 : 0);
  const perSample = 4 * [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length;
  let length = 0;
  for (let n = 0, at = first; n < count && at + 4 <= run.length; n += 1, at += perSample)
    length += run.readUInt32BE(at);
  return length;
}

/** The contents of the boxes of one type that lie directly in bytes that were read already. */
export function inside(bytes: Buffer, type: string): readonly Buffer[] {
  const found: Buffer[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    if (size < 8) break;
    if (bytes.toString('latin1', at + 4, at + 8) === type) found.push(bytes.subarray(at + 8, at + size));
    at += size;
  }
  return found;
}
