import type { RandomAccess } from '../storage';
import type { DetectedFile } from './detected-file';

const tailBytes = 64 * 1024;
const maxSegments = 512;
const filmNamedWithin = 256 * 1024;
const damagedJpg: DetectedFile = { state: 'damaged', could: ['jpg'] };

/**
 * Looks at a file that begins with FF D8 FF (ITU-T T.81, annex B): walks its segments, which must reach a frame
 * header and then a scan, and wants the end marker near the end. Phones hang a film behind a "moving" photo;
 * they say so, in the XMP segment (Google) or in a closing mark (Samsung SEFT, Huawei LIVE_), and are believed.
 */
export async function detectJpg(file: RandomAccess): Promise<DetectedFile> {
  let offset = 2;
  let hasFrame = false;
  let hasFilm = false;
  for (let segment = 0; segment < maxSegments; segment += 1) {
    const header = await file.read(offset, 4);
    const marker = header[1];
    if (header.length < 4 || header[0] !== 0xff || marker === undefined) return damagedJpg;
    if (marker === 0xff) {
      offset += 1; // a fill byte
      continue;
    }
    const length = header.readUInt16BE(2);
    if (length < 2 || offset + 2 + length > file.size) return damagedJpg;
    if (isFrameHeader(marker)) hasFrame = true;
    if (marker === 0xe1 && offset < filmNamedWithin) {
      hasFilm ||= /MotionPhoto|MicroVideo/.test((await file.read(offset, length)).toString('latin1'));
    }
    if (marker === 0xda) {
      const ends = hasFilm || (await endsAsJpg(file));
      return hasFrame && ends ? { state: 'sound', kind: 'jpg' } : damagedJpg;
    }
    offset += 2 + length;
  }
  return damagedJpg;
}

/** SOF0 to SOF15, without the three that mean something else (DHT, JPG, DAC). */
function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

async function endsAsJpg(file: RandomAccess): Promise<boolean> {
  const tail = await file.read(Math.max(0, file.size - tailBytes), tailBytes);
  return tail.includes(Buffer.from([0xff, 0xd9])) || /SEFT$|LIVE_/.test(tail.subarray(-64).toString('latin1'));
}

const pngEnd = Buffer.from('0000000049454e44ae426082', 'hex');

/** Looks at a file with PNG's signature (ISO 15948): IHDR first with a size above zero, IEND near the end. */
export async function detectPng(file: RandomAccess): Promise<DetectedFile> {
  const header = await file.read(8, 16);
  const startsWell =
    header.length === 16 &&
    header.readUInt32BE(0) === 13 &&
    header.toString('latin1', 4, 8) === 'IHDR' &&
    header.readUInt32BE(8) > 0 &&
    header.readUInt32BE(12) > 0;
  const tail = await file.read(Math.max(0, file.size - tailBytes), tailBytes);
  return startsWell && tail.includes(pngEnd) ? { state: 'sound', kind: 'png' } : { state: 'damaged', could: ['png'] };
}
