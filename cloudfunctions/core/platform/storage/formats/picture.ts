import type { RandomAccess } from '../storage';
import type { DetectedFile, FileKind } from './detected-file';
import { findMark, readingAhead } from './pieces';

const tailBytes = 64 * 1024;
const maxSegments = 1024;
const maxGaps = 16;
/** A phone that shows a picture holds four bytes a pixel: 100 megapixels are 400 MB. */
const maxPixels = 100_000_000;
const damagedJpg: DetectedFile = { state: 'damaged', could: ['jpg'] };
const jpgEnd = Buffer.from('ffd9', 'hex');

/**
 * Looks at a file that begins with FF D8 FF (ITU-T T.81, annex B): walks its segments, which must reach a frame header
 * and then a scan, and wants the end marker behind the scan's start: in a scan's data no FF D9 can stand, while an EXIF thumbnail
 * in front of it has one of its own. What phones hang behind the end (films, further pictures) is not looked at.
 */
export async function detectJpg(original: RandomAccess): Promise<DetectedFile> {
  const file = readingAhead(original);
  let gaps = 0;
  let offset = 2;
  let pixels: number | undefined;
  for (let segment = 0; segment < maxSegments; segment += 1) {
    const header = await file.read(offset, 9);
    const marker = header[1];
    if (header.length < 4 || marker === undefined) return damagedJpg;
    if (header[0] !== 0xff || marker === 0) {
      // Some cameras leave bytes between two segments; every decoder looks for the next marker.
      gaps += 1;
      const next = gaps > maxGaps ? undefined : await nextMarker(file, offset + 1);
      if (next === undefined) return damagedJpg;
      offset = next;
      continue;
    }
    if (marker === 0xff) {
      offset += 1; // a fill byte
      continue;
    }
    const length = header.readUInt16BE(2);
    if (length < 2 || offset + 2 + length > file.size) return damagedJpg;
    if (isFrameHeader(marker) && header.length === 9) {
      // A height of 0 is said later, by DNL (B.2.5).
      pixels = header.readUInt16BE(7) * Math.max(1, header.readUInt16BE(5));
    }
    if (marker === 0xda) {
      const ends = pixels !== undefined && pixels > 0 && (await hasAfter(file, jpgEnd, offset + 2 + length));
      return ends ? withinPixels('jpg', pixels ?? 0) : damagedJpg;
    }
    offset += 2 + length;
  }
  return damagedJpg;
}

/** Where the next marker of a segment begins, in the next 64 KB. */
async function nextMarker(file: RandomAccess, start: number): Promise<number | undefined> {
  const bytes = await file.read(start, tailBytes);
  const index = bytes.findIndex((byte, at) => byte === 0xff && isSegment(bytes[at + 1] ?? 0));
  return index === -1 ? undefined : start + index;
}

/** A marker that a length follows: not a restart, not a start or an end. */
function isSegment(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xfe && !(marker >= 0xd0 && marker <= 0xd9);
}

/** SOF0 to SOF15, without the three that mean something else (DHT, JPG, DAC). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Is the mark anywhere behind `start`? Near the end first, where it mostly stands. */
async function hasAfter(file: RandomAccess, mark: Buffer, start: number): Promise<boolean> {
  const tail = Math.max(start, file.size - tailBytes);
  if ((await file.read(tail, tailBytes)).includes(mark)) return true;
  return (await findMark(file, mark, start)) !== undefined;
}

function withinPixels(kind: FileKind, pixels: number): DetectedFile {
  return pixels > maxPixels ? { state: 'hazardous', could: [kind], hazard: 'tooManyPixels' } : { state: 'sound', kind };
}

const pngHeaderBytes = 33;
const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex');

/** Looks at a file with PNG's signature (ISO 15948): IHDR first with a size above zero, and IEND anywhere behind it. */
export async function detectPng(file: RandomAccess): Promise<DetectedFile> {
  const header = await file.read(8, 16);
  const [width, height] = header.length === 16 ? [header.readUInt32BE(8), header.readUInt32BE(12)] : [0, 0];
  const startsWell = width * height > 0 && header.readUInt32BE(0) === 13 && header.toString('latin1', 4, 8) === 'IHDR';
  if (!startsWell || !(await hasAfter(file, pngEnd, pngHeaderBytes))) return { state: 'damaged', could: ['png'] };
  return withinPixels('png', width * height);
}
