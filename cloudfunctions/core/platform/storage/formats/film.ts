import type { RandomAccess } from '../storage';
import { type Box, type BoxBudget, readBoxes } from './boxes';
import type { DetectedFile, FileKind, FileMark } from './detected-file';
import { inside, lengthOf, type PictureTrack, secondsOfIndex, timesOfFragment } from './film-length';
import { readingAhead } from './pieces';

const maxBoxes = 1024;
const maxTrackHeader = 64 * 1024;

/** Brands of the same box format that are not films (mp4ra.org), by their name for people. */
const otherBrands: readonly (readonly [RegExp, string])[] = [
  [/^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/, 'HEIC 照片'],
  [/^avi[fs]$/, 'AVIF 图片'],
  [/^(M4A |M4B |M4P |F4A )$/, 'M4A 音频'],
  [/^crx $/, '相机原始照片（RAW）'],
];

/** What every phone plays: H.264 in its two forms. */
const playable = ['avc1', 'avc3'];

/** The first box of a film from before there were brands (QuickTime File Format). */
const oldStarts = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];

/** Does a file begin as a film does: with a brand, or as old QuickTime? `head` are its first bytes. */
export function startsAsFilm(head: Buffer): boolean {
  const type = head.toString('latin1', 4, 8);
  return type === 'ftyp' || (oldStarts.includes(type) && head.length >= 8 && head.readUInt32BE(0) !== 0);
}

/**
 * Looks at a film (ISO/IEC 14496-12, or QuickTime): its brand must not be another thing's, its outer boxes must fit one
 * behind the other into the file, one of them be `moov`, and a track of pictures have samples. `seconds` is what the film's header says, for
 * one in fragments what its index or its last fragment says, unrounded; undefined where none tells. Reads at most 1,024 box headers
 * outside and as many inside.
 */
export async function detectFilm(original: RandomAccess): Promise<DetectedFile> {
  const file = readingAhead(original);
  const start = await file.read(0, 12);
  const brand = start.toString('latin1', 4, 8) === 'ftyp' ? start.toString('latin1', 8, 12) : 'qt  ';
  const other = otherBrands.find(([pattern]) => pattern.test(brand));
  if (other !== undefined) return { state: 'foreign', looksLike: other[1] };

  const kind: FileKind = brand === 'qt  ' ? 'mov' : 'mp4';
  const budget: BoxBudget = { left: maxBoxes };
  const { boxes, whole } = await readBoxes(file, 0, file.size, budget);
  const moov = boxes.find(({ type }) => type === 'moov');
  if (moov === undefined || !(whole || onlyRubbishFollows(boxes, file.size)))
    return { state: 'damaged', could: [kind] };

  const movie = await readMovie(file, moov, { left: maxBoxes });
  const fragments = boxes.filter(({ type }) => type === 'moof');
  const track = movie.tracks.find(({ samples }) => samples > 0 || fragments.length > 0);
  if (track === undefined) return { state: 'hazardous', could: [kind], hazard: 'noPicture' };

  const sidx = boxes.find(({ type }) => type === 'sidx');
  const seconds = fragments.length === 0 ? movie.seconds : await fragmented(file, { ...movie, fragments, sidx, track });
  const marks: FileMark[] = playable.includes(track.codec) ? [] : [`codec:${track.codec}`];
  return {
    state: 'sound',
    kind,
    ...(seconds === undefined ? {} : { seconds }),
    ...(marks.length === 0 ? {} : { marks }),
  };
}

/** A few bytes behind the last box, such as zeros, do no harm once film and data are there. */
function onlyRubbishFollows(boxes: readonly Box[], size: number): boolean {
  const end = boxes.at(-1)?.end ?? 0;
  const data = boxes.some(({ type }) => type === 'mdat');
  return data && size - end < 8;
}

type Track = PictureTrack & { readonly codec: string; readonly samples: number };
type Movie = {
  readonly seconds: number | undefined;
  readonly scale: number;
  readonly whole: number;
  readonly tracks: readonly Track[];
};

async function readMovie(file: RandomAccess, moov: Box, budget: BoxBudget): Promise<Movie> {
  const { boxes } = await readBoxes(file, moov.start, moov.end, budget);
  const mvhd = boxes.find(({ type }) => type === 'mvhd');
  const { scale, seconds } = lengthOf(mvhd === undefined ? Buffer.alloc(0) : await file.read(mvhd.start, 32));
  const mvex = boxes.find(({ type }) => type === 'mvex');
  const extends_ =
    mvex === undefined ? Buffer.alloc(0) : await file.read(mvex.start, Math.min(mvex.end - mvex.start, 4096));
  const tracks: Track[] = [];
  for (const trak of boxes.filter(({ type }) => type === 'trak')) {
    const track = await readTrack(file, trak, budget, extends_);
    if (track !== undefined) tracks.push(track);
  }
  return { seconds, scale, whole: wholeLength(extends_), tracks };
}

/** mehd (8.8.2): the length of the film with all its fragments, 0 where it is not said. */
function wholeLength(mvex: Buffer): number {
  const [mehd] = inside(mvex, 'mehd');
  if (mehd === undefined || mehd.length < (mehd[0] === 1 ? 12 : 8)) return 0;
  return mehd[0] === 1 ? Number(mehd.readBigUInt64BE(4)) : mehd.readUInt32BE(4);
}

/** A track if it is one of pictures. Its tables of samples are not read, only how many there are. */
async function readTrack(file: RandomAccess, trak: Box, budget: BoxBudget, mvex: Buffer): Promise<Track | undefined> {
  const found = new Map<string, Box>();
  const walk = async (box: Box): Promise<void> => {
    const { boxes } = await readBoxes(file, box.start, box.end, budget);
    for (const child of boxes) {
      // QuickTime has a second hdlr, of the data, inside minf: the first one, of the medium, counts.
      if (!found.has(child.type)) found.set(child.type, child);
      if (['mdia', 'minf', 'stbl'].includes(child.type)) await walk(child);
    }
  };
  await walk(trak);
  const start = async (type: string, length: number): Promise<Buffer> => {
    const box = found.get(type);
    return box === undefined
      ? Buffer.alloc(0)
      : file.read(box.start, Math.min(length, box.end - box.start, maxTrackHeader));
  };
  if ((await start('hdlr', 12)).toString('latin1', 8, 12) !== 'vide') return undefined;
  const head = await start('tkhd', 24);
  const at = head[0] === 1 ? 20 : 12;
  const id = head.length >= at + 4 ? head.readUInt32BE(at) : 0;
  const entry = await start('stsd', 16);
  const sizes = await start('stsz', 12);
  const compact = await start('stz2', 12);
  const trex = inside(mvex, 'trex').find((bytes) => bytes.length >= 16 && bytes.readUInt32BE(4) === id);
  return {
    id,
    scale: lengthOf(await start('mdhd', 32)).scale,
    sampleLength: trex?.readUInt32BE(12) ?? 0,
    codec: entry.toString('latin1', 12, 16).trim(),
    samples: [sizes, compact].reduce((sum, bytes) => sum + (bytes.length === 12 ? bytes.readUInt32BE(8) : 0), 0),
  };
}

type InFragments = Movie & {
  readonly fragments: readonly Box[];
  readonly sidx: Box | undefined;
  readonly track: Track;
};

async function fragmented(file: RandomAccess, film: InFragments): Promise<number | undefined> {
  if (film.scale > 0 && film.whole > 0) return film.whole / film.scale;
  const last = await timesOf(file, [...film.fragments].reverse(), film.track);
  if (last !== undefined) {
    const first = await timesOf(file, film.fragments, film.track);
    return Math.max(film.seconds ?? 0, last.end - (first?.start ?? 0));
  }
  return film.sidx === undefined ? undefined : secondsOfIndex(file, film.sidx);
}

/** The times of the first fragment that holds the track; sound and pictures may lie in turns. */
async function timesOf(file: RandomAccess, fragments: readonly Box[], track: Track) {
  if (track.scale === 0) return undefined;
  for (const fragment of fragments.slice(0, 8)) {
    const times = await timesOfFragment(file, fragment, track);
    if (times !== undefined && Number.isFinite(times.end)) return times;
  }
  return undefined;
}
