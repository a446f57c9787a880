import { crc32, deflateSync } from 'node:zlib';

/** A grey PNG of one brightness (0 to 255). */
export function makePng(width = 64, height = 64, brightness = 200): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8; // bits; colour type 0 is grey
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width, brightness)]);
  const pixels = deflateSync(Buffer.concat(Array(height).fill(row)));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', pixels),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([around.subarray(0, 4), content, around.subarray(4)]);
}

/**
 * A grey baseline JPEG (ITU-T T.81): a light sheet in a dark frame, in squares of 8 pixels, each of one brightness.
 * `note` becomes a comment or, beginning with `http`, an XMP segment.
 */
export function makeJpg(width = 320, height = 240, note = ''): Buffer {
  const size = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  return Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    jpgSegment(0xe0, Buffer.from('4a46494600010100000100010000', 'hex')),
    ...(note === '' ? [] : [jpgSegment(note.startsWith('http') ? 0xe1 : 0xfe, Buffer.from(note))]),
    jpgSegment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 8)])),
    jpgSegment(0xc0, size),
    jpgSegment(0xc4, Buffer.concat([Buffer.from([0x00]), Buffer.from(dcLengths), Buffer.from(dcCategories)])),
    jpgSegment(0xc4, Buffer.concat([Buffer.from([0x10, 1]), Buffer.alloc(15), Buffer.from([0])])),
    jpgSegment(0xda, Buffer.from([1, 1, 0x00, 0, 63, 0])),
    jpgScan(Math.ceil(width / 8), Math.ceil(height / 8)),
    Buffer.from('ffd9', 'hex'),
  ]);
}

function jpgSegment(marker: number, data: Buffer): Buffer {
  const length = data.length + 2;
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 255]), data]);
}

/** T.81 table K.3: how many codes of each length, and the categories they stand for. */
const dcLengths = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0];
const dcCategories = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const dcCodes = [
  '00',
  '010',
  '011',
  '100',
  '101',
  '110',
  '1110',
  '11110',
  '111110',
  '1111110',
  '11111110',
  '111111110',
];

function jpgScan(across: number, down: number): Buffer {
  let bits = '';
  let before = 0;
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const frame = Math.min(x, y, across - 1 - x, down - 1 - y) === 1;
      const level = frame ? -100 : 110;
      const difference = level - before;
      before = level;
      bits += `${dcBits(difference)}0`; // no other frequencies: the end of the block at once
    }
  }
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '1');
  const bytes = Array.from({ length: padded.length / 8 }, (_, i) => Number.parseInt(padded.slice(i * 8, i * 8 + 8), 2));
  return Buffer.from(bytes.flatMap((byte) => (byte === 0xff ? [0xff, 0] : [byte])));
}

/** A difference is its size's code, then so many bits, a negative one counted from below (T.81, F.1.2.1). */
function dcBits(difference: number): string {
  if (difference === 0) return dcCodes[0] ?? '';
  const category = Math.floor(Math.log2(Math.abs(difference))) + 1;
  const value = difference > 0 ? difference : difference + 2 ** category - 1;
  return `${dcCodes[category]}${value.toString(2).padStart(category, '0')}`;
}
