import type { FileKind } from '../formats/detected-file';
import type { RandomAccess } from '../storage';
import { filmLocation } from './film-location';
import { jpgLocation } from './jpg-location';
import type { Overwrite } from './overwrite';
import { pngLocation } from './png-location';

/**
 * Where a picture or film says at which place it was taken, and what is to stand there instead. Everything else stays
 * byte for byte, orientation and time included, and so does the length. To be asked of a file that `detectKind` found sound, before it
 * settles; write each overwrite at its offset (or copy through `overwriting`), then hash anew. Empty when
 * nothing is said. Doing it again finds nothing more to change.
 *
 * - jpg: EXIF's GPS directory and GPS properties of XMP, in the picture itself and in whatever phones hang behind it
 *   (previews of MPF, a moving photo's film)
 * - png: the chunks eXIf, XMP's iTXt and the raw profiles of ImageMagick, with their checksums
 * - mp4, mov: ©xyz, loci, Apple's location keys, XMP, GoPro's telemetry in the header
 *
 * What only a maker's own note or a track of positions holds is not looked for. Documents give nothing.
 * Reads a jpg once from end to end in pieces of 256 KB; of a png or film only the parts concerned.
 */
export async function locationSpans(file: RandomAccess, kind: FileKind): Promise<readonly Overwrite[]> {
  if (kind === 'jpg') return jpgLocation(file);
  if (kind === 'png') return pngLocation(file);
  if (kind === 'mp4' || kind === 'mov') return filmLocation(file, 0, file.size);
  return [];
}
