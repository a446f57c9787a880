import type { RandomAccess } from '../storage';
import { exifLocation } from './exif-location';
import { filmLocation } from './film-location';
import type { Overwrite } from './overwrite';
import { xmpLocation } from './xmp-location';

const pieceBytes = 256 * 1024;
/** The longest mark and what has to be seen in front of and behind it. */
const overlap = 64;
const maxFinds = 128;
/** A segment's length has two bytes (T.81, B.1.1.4). */
const maxSegment = 65_535;
const filmLooks = /^(isom|iso[2-9]|mp4[12]|qt {2}|avc1|M4V |3gp)/;

type Find = { readonly kind: 'exif' | 'xmp' | 'film'; readonly offset: number };

/**
 * Looks for the marks of EXIF, XMP and films through the whole file, not only in the picture's own segments: phones hang
 * further pictures and films behind it, each with its own place, and every maker lists them another way. A
 * mark of ten bytes does not come about in a picture's data by chance. The first 128 count.
 */
export async function jpgLocation(file: RandomAccess): Promise<readonly Overwrite[]> {
  const spans: Overwrite[] = [];
  for (const { kind, offset } of await finds(file)) {
    if (kind === 'film') spans.push(...(await filmLocation(file, offset, file.size)));
    else {
      const block = await file.read(offset, maxSegment);
      spans.push(...(kind === 'exif' ? exifLocation(block, offset) : xmpLocation(block, offset)));
    }
  }
  return spans;
}

async function finds(file: RandomAccess): Promise<readonly Find[]> {
  const found = new Map<number, Find>();
  for (let at = 0; at < file.size && found.size < maxFinds; at += pieceBytes) {
    const piece = await file.read(at, pieceBytes + overlap);
    each(piece, 'Exif\0\0', (index) => {
      const order = piece.toString('latin1', index + 6, index + 10);
      if (order !== 'II*\0' && order !== 'MM\0*') return;
      found.set(at + index, { kind: 'exif', offset: at + index + 6 });
    });
    each(piece, 'http://ns.adobe.com/x', (index) => {
      const rest = piece.toString('latin1', index + 20, index + 36);
      if (!rest.startsWith('xap/1.0/\0') && !rest.startsWith('xmp/extension/\0')) return;
      found.set(at + index, { kind: 'xmp', offset: at + index });
    });
    each(piece, 'ftyp', (index) => {
      if (index < 4 || !filmLooks.test(piece.toString('latin1', index + 4, index + 8))) return;
      found.set(at + index, { kind: 'film', offset: at + index - 4 });
    });
  }
  return [...found.values()].slice(0, maxFinds);
}

function each(piece: Buffer, mark: string, take: (index: number) => void): void {
  let left = maxFinds;
  for (let i = piece.indexOf(mark, 0, 'latin1'); i !== -1 && left > 0; i = piece.indexOf(mark, i + 1, 'latin1')) {
    take(i);
    left -= 1;
  }
}
