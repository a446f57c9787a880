const side = 16;

type Mp4Wish = {
  readonly seconds?: number;
  readonly brand?: string;
  readonly frames?: number;
  readonly codec?: string;
};

/** An MP4 film (ISO/IEC 14496-12) of grey frames, 16 by 16 pixels, H.264 baseline without compression. */
export function makeMp4(wish: Mp4Wish = {}): Buffer {
  const frames = wish.frames ?? 2;
  const seconds = wish.seconds ?? 2;
  const frame = idrFrame();
  const fileType = box('ftyp', text(wish.brand ?? 'isom'), u32(512), text('isomavc1'));
  const data = box('mdat', ...Array<Buffer>(frames).fill(frame));
  const stretch = (seconds * 1000) / frames;
  return Buffer.concat([
    fileType,
    data,
    movie(frames, stretch, frame.length, fileType.length + 8, wish.codec ?? 'avc1'),
  ]);
}

function movie(frames: number, stretch: number, frameBytes: number, dataAt: number, codec: string): Buffer {
  const duration = u32(Math.round(frames * stretch));
  const times = [u32(0), u32(0)];
  const matrix = Buffer.concat([0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000].map(u32));
  const full = u32(0);
  const header = box(
    'mvhd',
    full,
    ...times,
    u32(1000),
    duration,
    u32(0x10000),
    u16(0x100),
    zeros(10),
    matrix,
    zeros(24),
    u32(2),
  );
  const sized = [u32(side << 16), u32(side << 16)];
  const trackHeader = box('tkhd', u32(3), ...times, u32(1), zeros(4), duration, zeros(16), matrix, ...sized);
  const table = box(
    'stbl',
    box('stsd', full, u32(1), sampleEntry(codec)),
    box('stts', full, u32(1), u32(frames), u32(Math.round(stretch))),
    box('stsc', full, u32(1), u32(1), u32(frames), u32(1)),
    box('stsz', full, u32(frameBytes), u32(frames)),
    box('stco', full, u32(1), u32(dataAt)),
  );
  const reference = box('dinf', box('dref', full, u32(1), box('url ', u32(1))));
  const media = box(
    'mdia',
    box('mdhd', full, ...times, u32(1000), duration, u16(0x55c4), u16(0)),
    box('hdlr', full, zeros(4), text('vide'), zeros(12), text('video\0')),
    box('minf', box('vmhd', u32(1), zeros(8)), reference, table),
  );
  return box('moov', header, box('trak', trackHeader, media));
}

function sampleEntry(codec: string): Buffer {
  const sets = [sequenceSet(), pictureSet()] as const;
  const config = box(
    'avcC',
    Buffer.from([1, 66, 0xc0, 10, 0xff, 0xe1]),
    u16(sets[0].length),
    sets[0],
    Buffer.from([1]),
    u16(sets[1].length),
    sets[1],
  );
  const resolution = [u32(0x480000), u32(0x480000)];
  return box(
    codec,
    zeros(6),
    u16(1),
    zeros(16),
    u16(side),
    u16(side),
    ...resolution,
    zeros(4),
    u16(1),
    zeros(32),
    u16(24),
    u16(0xffff),
    config,
  );
}

/** Golomb code ue(v) of ITU-T H.264, 9.1, as a string of bits. */
function ue(value: number): string {
  const bits = (value + 1).toString(2);
  return '0'.repeat(bits.length - 1) + bits;
}

function sequenceSet(): Buffer {
  // id, frame number bits, order type 2, reference frames, gaps, width, height, frames only, direct, no crop, no VUI
  const bits = [ue(0), ue(0), ue(2), ue(0), '0', ue(0), ue(0), '1', '1', '0', '0'].join('');
  return nal(0x67, Buffer.concat([Buffer.from([66, 0xc0, 10]), packed(`${bits}1`)]));
}

function pictureSet(): Buffer {
  const bits = [ue(0), ue(0), '0', '0', ue(0), ue(0), ue(0), '0', '00', ue(0), ue(0), ue(0), '0', '0', '0'].join('');
  return nal(0x68, packed(`${bits}1`));
}

/** One key frame: a slice of one macroblock, its samples written plainly (I_PCM). */
function idrFrame(): Buffer {
  const slice = [ue(0), ue(7), ue(0), '0000', ue(0), '0', '0', ue(0)].join('');
  const macroblock = slice + ue(25);
  const aligned = packed(macroblock.padEnd(Math.ceil(macroblock.length / 8) * 8, '0'));
  const unit = nal(
    0x65,
    Buffer.concat([aligned, Buffer.alloc(side * side, 150), Buffer.alloc(128, 128), Buffer.from([0x80])]),
  );
  return Buffer.concat([u32(unit.length), unit]);
}

function nal(header: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([header]), content]);
}

function packed(bits: string): Buffer {
  const padded = bits.padEnd(Math.ceil(bits.length / 8) * 8, '0');
  return Buffer.from(
    Array.from({ length: padded.length / 8 }, (_, i) => Number.parseInt(padded.slice(i * 8, i * 8 + 8), 2)),
  );
}

/** A box: its length, its name, its content. */
export function box(name: string, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  return Buffer.concat([u32(inside.length + 8), text(name), inside]);
}

function text(value: string): Buffer {
  return Buffer.from(value, 'latin1');
}

function zeros(length: number): Buffer {
  return Buffer.alloc(length);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
