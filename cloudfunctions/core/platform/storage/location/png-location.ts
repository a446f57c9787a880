import { crc32 } from 'node:zlib';
import type { RandomAccess } from '../storage';
import { exifLocation } from './exif-location';
import { type Overwrite, overwritten } from './overwrite';
import { xmpLocation } from './xmp-location';

const signatureBytes = 8;
const maxChunks = 2048;
/** What is larger is no EXIF block of a camera. */
const maxChunkBytes = 1024 * 1024;
const told = ['eXIf', 'iTXt', 'tEXt', 'zTXt'];
const xmpKeyword = 'XML:com.adobe.xmp';
const rawProfile = /^Raw profile type (exif|app1|xmp)\0/i;

/** The chunks of a PNG (ISO 15948; eXIf in its third edition) that hold EXIF or XMP, each with its checksum made anew. */
export async function pngLocation(file: RandomAccess): Promise<readonly Overwrite[]> {
  const spans: Overwrite[] = [];
  let offset = signatureBytes;
  for (let n = 0; n < maxChunks; n += 1) {
    const header = await file.read(offset, 8);
    if (header.length < 8) break;
    const length = header.readUInt32BE(0);
    const type = header.toString('latin1', 4, 8);
    if (told.includes(type) && length <= maxChunkBytes) {
      // Its type, its data and its checksum: the checksum covers type and data.
      const chunk = await file.read(offset + 4, 4 + length + 4);
      if (chunk.length === length + 8) spans.push(...changed(chunk, offset + 4));
    }
    if (type === 'IEND') break;
    offset += 12 + length;
  }
  return spans;
}

function changed(chunk: Buffer, at: number): readonly Overwrite[] {
  const covered = withoutPlace(chunk.subarray(0, -4));
  if (covered.equals(chunk.subarray(0, -4))) return [];
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(covered));
  return [{ offset: at, bytes: Buffer.concat([covered, sum]) }];
}

function withoutPlace(covered: Buffer): Buffer {
  const type = covered.toString('latin1', 0, 4);
  const data = covered.subarray(4);
  if (type === 'eXIf') return overwritten(covered, 0, exifLocation(data, 4));
  const text = data.toString('latin1');
  // Hexadecimal or deflated: it goes whole, and becomes plain text, which spaces are.
  if (rawProfile.test(text)) return asSpaces(data);
  if (type !== 'iTXt' || !text.startsWith(`${xmpKeyword}\0`)) return covered;
  const deflated = data[xmpKeyword.length + 1] === 1;
  return deflated ? asSpaces(data) : overwritten(covered, 0, xmpLocation(covered, 0));
}

function asSpaces(data: Buffer): Buffer {
  const keyword = data.subarray(0, data.indexOf(0) + 1);
  return Buffer.concat([Buffer.from('tEXt'), keyword, Buffer.alloc(data.length - keyword.length, ' ')]);
}
