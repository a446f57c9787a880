import { crc32 } from 'node:zlib';
import { box } from './mp4';
import { makeJpg, makePng } from './picture';

/** Of nowhere in particular; written as degrees, minutes and seconds, as numbers and as text. */
export const place = { degrees: [36, 5, 12], xmp: '36,5.2000N', iso6709: '+36.0867+111.5189+450.000/' };

/** An EXIF block of a picture turned by 90° (orientation 6), with a GPS directory of three entries. */
export function exifBlock(order: 'II' | 'MM' = 'II'): Buffer {
  const little = order === 'II';
  const bytes = Buffer.alloc(160);
  const u16 = (value: number, at: number) => (little ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at));
  const u32 = (value: number, at: number) => (little ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at));
  const entry = (at: number, tag: number, type: number, count: number) => {
    u16(tag, at);
    u16(type, at + 2);
    u32(count, at + 4);
  };
  bytes.write(order, 0, 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(2, 8);
  entry(10, 0x0112, 3, 1);
  u16(6, 18);
  entry(22, 0x8825, 4, 1);
  u32(40, 30);
  u16(3, 40);
  entry(42, 0x0000, 1, 4);
  bytes.set([2, 3, 0, 0], 50);
  entry(54, 0x0001, 2, 2);
  bytes.write('N', 62, 'latin1');
  entry(66, 0x0002, 5, 3);
  u32(100, 74);
  for (const [n, value] of place.degrees.entries()) {
    u32(value, 100 + n * 8);
    u32(1, 104 + n * 8);
  }
  return bytes;
}

/** An XMP packet that says the place as an attribute and as an element, and keeps the picture's direction. */
export const xmpPacket =
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Orientation="6" exif:GPSLatitude="${place.xmp}">` +
  `<exif:GPSLongitude>${place.xmp}</exif:GPSLongitude></rdf:Description></x:xmpmeta>`;

export function jpgSegment(marker: number, data: Buffer): Buffer {
  const length = data.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 255]), data]);
}

/** A JPEG with EXIF and XMP behind its first marker. */
export function makeLocatedJpg(order: 'II' | 'MM' = 'II'): Buffer {
  const picture = makeJpg(64, 64);
  return Buffer.concat([
    picture.subarray(0, 2),
    jpgSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exifBlock(order)])),
    jpgSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmpPacket}`)),
    picture.subarray(2),
  ]);
}

export function pngChunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([around.subarray(0, 4), content, around.subarray(4)]);
}

/** A PNG with more chunks behind its header. */
export function makePngWith(...chunks: readonly Buffer[]): Buffer {
  const picture = makePng();
  return Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33)]);
}

/** What phones write into a film's header: ©xyz of Android, loci of 3GPP, and Apple's keys. */
export function placeBoxes(): Buffer {
  const text = Buffer.from(place.iso6709);
  const u32 = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(value);
    return bytes;
  };
  const key = (name: string) => Buffer.concat([u32(8 + name.length), Buffer.from(`mdta${name}`)]);
  const item = (number: number, value: string) =>
    Buffer.concat([u32(8 + 16 + value.length), u32(number), box('data', u32(1), u32(0), Buffer.from(value))]);
  const apple = box(
    'meta',
    box('hdlr', Buffer.alloc(24)),
    box('keys', u32(0), u32(2), key('com.apple.quicktime.make'), key('com.apple.quicktime.location.ISO6709')),
    box('ilst', item(1, 'Apple'), item(2, place.iso6709)),
  );
  const android = box('\xa9xyz', Buffer.from([0, text.length, 0x15, 0xc7]), text);
  return Buffer.concat([box('udta', android, box('loci', u32(0), text)), apple]);
}
