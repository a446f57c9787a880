import type { Overwrite } from './overwrite';

const gpsPointer = 0x8825;
const maxDirectories = 4;
const maxEntries = 512;
/** Bytes of one value, by its type number (TIFF 6.0, section 2, and EXIF 2.32, 4.6.2). */
const typeBytes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

/**
 * The overwrites that empty the GPS directory of an EXIF block (a TIFF header and what it points to): it keeps
 * its version, which says nothing of a place, so that it stays valid. `at` is where the block begins in the file;
 * nothing outside the block is touched, whatever it points to.
 */
export function exifLocation(block: Buffer, at: number): readonly Overwrite[] {
  const tiff = new Tiff(block);
  const spans: Overwrite[] = [];
  let directory = tiff.u32(4);
  for (let n = 0; n < maxDirectories && directory !== 0; n += 1) {
    const entries = tiff.entries(directory);
    for (const entry of entries) {
      if (tiff.u16(entry) !== gpsPointer) continue;
      const gps = tiff.u32(entry + 8);
      spans.push(...emptied(tiff, gps).map(({ offset, bytes }) => ({ offset: at + offset, bytes })));
    }
    directory = tiff.u32(directory + 2 + entries.length * 12);
  }
  return spans;
}

function emptied(tiff: Tiff, directory: number): readonly Overwrite[] {
  const entries = tiff.entries(directory);
  if (entries.length === 0) return [];
  const spans: Overwrite[] = [];
  for (const entry of entries) {
    const length = (typeBytes[tiff.u16(entry + 2)] ?? 1) * tiff.u32(entry + 4);
    const value = tiff.u32(entry + 8);
    if (length > 4 && value >= 8 && value + length <= tiff.block.length)
      spans.push({ offset: value, bytes: Buffer.alloc(length) });
  }
  const bytes = Buffer.alloc(Math.min(2 + entries.length * 12, tiff.block.length - directory));
  tiff.version().copy(bytes);
  const before = tiff.block.subarray(directory, directory + bytes.length);
  return before.equals(bytes) ? [] : [...spans, { offset: directory, bytes }];
}

/** A TIFF block read in its own byte order; what lies outside reads as 0. */
class Tiff {
  private readonly little: boolean;

  constructor(readonly block: Buffer) {
    this.little = block[0] === 0x49;
  }

  u16(offset: number): number {
    if (offset < 0 || offset + 2 > this.block.length) return 0;
    return this.little ? this.block.readUInt16LE(offset) : this.block.readUInt16BE(offset);
  }

  u32(offset: number): number {
    if (offset < 0 || offset + 4 > this.block.length) return 0;
    return this.little ? this.block.readUInt32LE(offset) : this.block.readUInt32BE(offset);
  }

  /** Where each entry of a directory stands, as far as they lie inside. */
  entries(directory: number): readonly number[] {
    const said = Math.min(this.u16(directory), maxEntries);
    const fit = Math.floor((this.block.length - directory - 2) / 12);
    return Array.from({ length: Math.max(0, Math.min(said, fit)) }, (_, n) => directory + 2 + n * 12);
  }

  /** A directory of one entry: GPSVersionID, four bytes, 2.3.0.0. */
  version(): Buffer {
    return Buffer.from(this.little ? '010000000100040000000203' : '000100000001000000040203', 'hex');
  }
}
