import type { FileKind } from '../../../../cloudfunctions/core/platform/storage/formats/detected-file';
import { locationSpans } from '../../../../cloudfunctions/core/platform/storage/location/location-spans';
import { overwriting, overwritten } from '../../../../cloudfunctions/core/platform/storage/location/overwrite';
import {
  exifBlock,
  jpgSegment,
  makeLocatedJpg,
  makePngWith,
  place,
  placeBoxes,
  pngChunk,
  xmpPacket,
} from '../../../support/sample-files/located';
import { box, makeMp4 } from '../../../support/sample-files/mp4';
import { makePdf } from '../../../support/sample-files/pdf';
import { makeJpg, makePng } from '../../../support/sample-files/picture';

const inMemory = (bytes: Buffer) => ({
  size: bytes.length,
  read: async (offset: number, length: number) => bytes.subarray(offset, offset + length),
});

async function stripped(bytes: Buffer, kind: FileKind): Promise<Buffer> {
  const spans = await locationSpans(inMemory(bytes), kind);
  const result = overwritten(bytes, 0, spans);
  expect(result.length).toBe(bytes.length);
  expect(await locationSpans(inMemory(result), kind)).toEqual([]);
  return result;
}

/** How many bytes differ, and whether what differs lies only between two offsets. */
function changedOnlyWithin(before: Buffer, after: Buffer, from: number, to: number): void {
  expect(after.subarray(0, from)).toEqual(before.subarray(0, from));
  expect(after.subarray(to)).toEqual(before.subarray(to));
}

describe('JPEG', () => {
  test.each(['II', 'MM'] as const)('EXIF in byte order %s: the place goes, the orientation stays', async (order) => {
    const before = makeLocatedJpg(order);
    const after = await stripped(before, 'jpg');
    const block = after.subarray(12, 12 + 160);
    expect(block.subarray(0, 40)).toEqual(exifBlock(order).subarray(0, 40));
    const count = order === 'II' ? block.readUInt16LE(40) : block.readUInt16BE(40);
    expect([count, ...block.subarray(50, 54)]).toEqual([1, 2, 3, 0, 0]);
    expect(block.subarray(54)).toEqual(Buffer.alloc(106));
    expect(after.includes('tiff:Orientation="6"')).toBe(true);
    expect(after.includes(place.xmp)).toBe(false);
    changedOnlyWithin(before, after, 12 + 40, before.length - makeJpg(64, 64).length + 2);
  });

  test('the second picture and the film that a phone hangs behind the first', async () => {
    const film = Buffer.concat([makeMp4(), box('moov', placeBoxes())]);
    const after = await stripped(Buffer.concat([makeJpg(64, 64), makeLocatedJpg('MM'), film]), 'jpg');
    expect(after.includes(place.xmp)).toBe(false);
    expect(after.includes(place.iso6709)).toBe(false);
    expect(after.subarray(0, makeJpg(64, 64).length)).toEqual(makeJpg(64, 64));
  });

  test('a mark that lies across two pieces of reading is found', async () => {
    for (const at of [0, 3, 5, 9, 40]) {
      const filler = Array.from({ length: 4 }, () => jpgSegment(0xfe, Buffer.alloc(65_533)));
      const rest = 256 * 1024 - 2 - 4 * 65_537 + at;
      const located = makeLocatedJpg();
      const bytes = Buffer.concat([
        located.subarray(0, 2),
        ...filler,
        Buffer.alloc(Math.max(0, rest)),
        located.subarray(2),
      ]);
      expect((await stripped(bytes, 'jpg')).includes(place.xmp)).toBe(false);
    }
  });

  test('a picture without a place, and one whose pointers lead outside, are left as they are', async () => {
    expect(await locationSpans(inMemory(makeJpg()), 'jpg')).toEqual([]);
    const wild = exifBlock();
    wild.writeUInt32LE(0xfffffff0, 30);
    const bytes = Buffer.concat([
      Buffer.from('ffd8', 'hex'),
      jpgSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), wild])),
    ]);
    expect(await locationSpans(inMemory(bytes), 'jpg')).toEqual([]);
  });

  test('ten thousand marks cost no more than the first 128', async () => {
    const bytes = Buffer.concat(Array(10_000).fill(Buffer.concat([Buffer.from('Exif\0\0'), exifBlock()])));
    expect((await locationSpans(inMemory(bytes), 'jpg')).length).toBeLessThanOrEqual(128 * 2);
  });
});

describe('PNG', () => {
  const xmpChunk = pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmpPacket}`));

  test('eXIf and XMP lose the place, and their checksums are right again', async () => {
    const after = await stripped(makePngWith(pngChunk('eXIf', exifBlock('MM')), xmpChunk), 'png');
    const exif = after.indexOf('eXIf');
    const data = after.subarray(exif + 4, exif + 4 + 160);
    expect(pngChunk('eXIf', Buffer.from(data))).toEqual(Buffer.from(after.subarray(exif - 4, exif + 168)));
    expect(data.readUInt16BE(18)).toBe(6);
    expect(after.includes(place.xmp)).toBe(false);
    expect(after.includes('tiff:Orientation="6"')).toBe(true);
  });

  test('a raw profile goes whole, deflated or not', async () => {
    const raw = Buffer.from('Raw profile type exif\0\x00x\x9csomething');
    const after = await stripped(makePngWith(pngChunk('zTXt', raw), pngChunk('tEXt', raw)), 'png');
    expect(after.includes('something')).toBe(false);
    expect(after.includes('zTXt')).toBe(false);
  });

  test('other texts stay', async () => {
    const bytes = makePngWith(pngChunk('tEXt', Buffer.from('Title\0GPSLatitude="1"')));
    expect(await locationSpans(inMemory(bytes), 'png')).toEqual([]);
    expect(await locationSpans(inMemory(makePng()), 'png')).toEqual([]);
  });
});

describe('films', () => {
  test.each(['mp4', 'mov'] as const)('%s: ©xyz, loci and the keys of Apple; the maker stays', async (kind) => {
    const bytes = Buffer.concat([makeMp4(), box('moov', placeBoxes())]);
    const after = await stripped(bytes, kind);
    expect(after.includes(place.iso6709)).toBe(false);
    expect(after.includes('\xa9xyz', 0, 'latin1')).toBe(false);
    expect(after.includes('Apple')).toBe(true);
    changedOnlyWithin(bytes, after, makeMp4().length, bytes.length);
  });

  test('XMP beside the film', async () => {
    const id = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex');
    const after = await stripped(Buffer.concat([makeMp4(), box('uuid', id, Buffer.from(xmpPacket))]), 'mp4');
    expect(after.includes(place.xmp)).toBe(false);
  });
});

test('documents say nothing of a place', async () => {
  expect(await locationSpans(inMemory(makePdf()), 'pdf')).toEqual([]);
});

test('overwriting while copying, however the pieces fall, makes the same bytes', async () => {
  const bytes = Buffer.from('0123456789');
  const spans = [
    { offset: 2, bytes: Buffer.from('abc') },
    { offset: 8, bytes: Buffer.from('zz') },
  ];
  for (const size of [1, 2, 3, 7, 10]) {
    async function* pieces() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    }
    const out: Buffer[] = [];
    for await (const piece of overwriting(pieces(), spans)) out.push(piece);
    expect(Buffer.concat(out).toString()).toBe('01abc567zz');
  }
});
