import type { RandomAccess } from '../storage';
import type { FileMark, Hazard } from './detected-file';
import { inflatedStart } from './inflate';
import { pieces } from './pieces';
import { isProgramName } from './programs';

const overlap = 8192;
const around = 400;
/** How often one name is looked at more closely, and how many streams are unpacked, in the whole file. */
const maxHits = 256;
/** What is unpacked of object streams, all in all and of one; and of an embedded file. */
const budgetBytes = 8 * 1024 * 1024;
const maxObjectStream = 1024 * 1024;
const maxStored = 128 * 1024;
const maxEmbeddedFile = 64;

export type Actions = { readonly hazard?: Hazard; readonly marks: readonly FileMark[] };

/**
 * What a PDF would do besides showing itself (ISO 32000-1, 12.6.4): start a program (/Launch) or hand one over as an
 * attachment are hazards; JavaScript and an action at opening are only marked. Reads through the file once, and unpacks 256 object
 * streams (7.5.7) and 8 MB at most; what was left out is marked. Names written with # are seen in those only.
 */
export async function lookForActions(file: RandomAccess): Promise<Actions> {
  const seen = new Set<Hazard | FileMark>();
  const budget: Budget = { bytes: budgetBytes, hits: new Map() };
  for await (const { at, bytes } of pieces(file, 0, overlap)) {
    lookAtText(bytes, seen, budget);
    await lookAtObjectStreams(file, { at, bytes }, seen, budget);
    if (await holdsEmbeddedProgram(bytes, budget)) seen.add('program');
    if (seen.has('launch') || seen.has('program')) break;
  }
  // So many that are none serve only to hide one.
  if ((budget.hits.get('/Launch') ?? 0) >= maxHits) seen.add('launch');
  if (budget.bytes <= 0 || [...budget.hits.values()].some((hits) => hits >= maxHits)) seen.add('not-all-seen');
  const hazard = (['launch', 'program'] as const).find((it) => seen.has(it));
  const marks = (['pdf-script', 'pdf-open-action', 'not-all-seen'] as const).filter((it) => seen.has(it));
  return { ...(hazard === undefined ? {} : { hazard }), marks };
}

/** What may still be unpacked, and how often each name was looked at. */
type Budget = { bytes: number; readonly hits: Map<string, number> };

function lookAtText(bytes: Buffer, seen: Set<Hazard | FileMark>, budget: Budget): void {
  const look = (name: string, found: Hazard | FileMark, holds: (near: string) => boolean) => {
    if (seen.has(found)) return;
    for (const at of placesOf(bytes, name, budget)) {
      if (!holds(bytes.toString('latin1', Math.max(0, at - around), at + around))) continue;
      seen.add(found);
      return;
    }
  };
  look('/Launch', 'launch', (near) => /\/S\s*\/Launch(?![A-Za-z])/.test(near));
  look('/JavaScript', 'pdf-script', () => true);
  // A place in the document is where to begin reading, not an action.
  look('/OpenAction', 'pdf-open-action', (near) => !/\/OpenAction\s*\[/.test(near.slice(-around)));
  look('/Filespec', 'program', namesProgram);
  look('/EF', 'program', namesProgram);
}

/** Where a name stands, as long as it may still be looked at. */
function* placesOf(bytes: Buffer, name: string, budget: Budget): Generator<number> {
  for (let at = bytes.indexOf(name, 0, 'latin1'); at !== -1; at = bytes.indexOf(name, at + name.length, 'latin1')) {
    const hits = budget.hits.get(name) ?? 0;
    if (hits >= maxHits) return;
    budget.hits.set(name, hits + 1);
    yield at;
  }
}

/** `/F (setup.exe)` or `/UF`, also in UTF-16, whose zeros are left out. */
function namesProgram(text: string): boolean {
  const names = text.matchAll(/\/U?F\s*(?:\(((?:[^()\\]|\\.){1,300})\)|<([0-9A-Fa-f\s]{2,800})>)/g);
  return [...names].some(([, literal, hex]) =>
    isProgramName(
      (literal ?? Buffer.from(hex?.replace(/\s/g, '') ?? '', 'hex').toString('latin1')).replace(/\0|\\000/g, ''),
    ),
  );
}

async function lookAtObjectStreams(
  file: RandomAccess,
  { at, bytes }: { readonly at: number; readonly bytes: Buffer },
  seen: Set<Hazard | FileMark>,
  budget: Budget,
): Promise<void> {
  for (const start of streamsOf(bytes, '/ObjStm', budget)) {
    if (budget.bytes <= 0) return;
    // One near the piece's end goes on in the next.
    const whole = bytes.length - start >= maxStored;
    const stored = whole ? bytes.subarray(start, start + maxStored) : await file.read(at + start, maxStored);
    const text = await inflatedStart(stored, Math.min(maxObjectStream, budget.bytes), 'zlib');
    budget.bytes -= text?.length ?? 1024;
    if (text === undefined) {
      // Ciphered, or packed in a way of old.
      seen.add('not-all-seen');
      continue;
    }
    const plain = text.includes('#') ? Buffer.from(withoutEscapes(text.toString('latin1')), 'latin1') : text;
    lookAtText(plain, seen, budget);
  }
}

const withoutEscapes = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

async function holdsEmbeddedProgram(bytes: Buffer, budget: Budget): Promise<boolean> {
  for (const start of streamsOf(bytes, '/EmbeddedFile', budget)) {
    if (budget.bytes <= 0) return false;
    budget.bytes -= maxEmbeddedFile;
    const stored = bytes.subarray(start, start + 4096);
    const head = (await inflatedStart(stored, maxEmbeddedFile, 'zlib')) ?? stored;
    if (/^(MZ|\x7fELF)/.test(head.toString('latin1', 0, 4))) return true;
  }
  return false;
}

/** Where the data of those streams begin in whose dictionary a name stands. */
function streamsOf(bytes: Buffer, name: string, budget: Budget): readonly number[] {
  const starts: number[] = [];
  for (const at of placesOf(bytes, name, budget)) {
    const stream = bytes.subarray(at, at + overlap / 2).indexOf('stream', 0, 'latin1');
    if (stream !== -1) starts.push(at + stream + (bytes[at + stream + 6] === 0x0d ? 8 : 7));
  }
  return starts;
}
