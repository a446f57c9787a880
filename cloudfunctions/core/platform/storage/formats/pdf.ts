import type { RandomAccess } from '../storage';
import type { DetectedFile } from './detected-file';
import { lookForActions } from './pdf-actions';
import { opensWithoutPassword } from './pdf-password';

const tailBytes = 64 * 1024;
/** How much padding behind the end is passed over: storage and web servers fill up with zeros. */
const maxPadding = 1024 * 1024;
const damaged: DetectedFile = { state: 'damaged', could: ['pdf'] };

/**
 * Looks at a file whose first 1,024 bytes hold `%PDF-` (ISO 32000-1, 7.5.2 and note H.3). Whole when `%%EOF` or
 * `startxref` stands in its last 64 KB (zeros behind them not counted) and a trailer names `/Root`. One with `/Encrypt` is under a password
 * unless the empty one opens it (7.6.3): then only printing and the like are forbidden. Actions: see `lookForActions`.
 */
export async function detectPdf(file: RandomAccess, headerOffset: number): Promise<DetectedFile> {
  const end = await endOfContent(file);
  const tail = (await file.read(Math.max(0, end - tailBytes), Math.min(tailBytes, end))).toString('latin1');
  const lastStart = tail.lastIndexOf('startxref');
  if ((!tail.includes('%%EOF') && lastStart === -1) || (await isCut(file, tail))) return damaged;

  const offset = Number(/^startxref\s+(\d{1,10})/.exec(tail.slice(Math.max(0, lastStart)))?.[1] ?? Number.NaN);
  const atReference = Number.isSafeInteger(offset)
    ? (await file.read(offset + headerOffset, tailBytes)).toString('latin1')
    : '';
  const lastTrailer = tail.lastIndexOf('trailer');
  const dictionaries = [
    lastTrailer === -1 ? '' : tail.slice(lastTrailer, lastStart > lastTrailer ? lastStart : undefined),
    dictionaryOfReference(atReference),
  ];
  // Readers repair a wrong startxref by searching; then only what stands at both ends can be judged.
  if (!dictionaries.some((text) => hasRoot(text)) && !(await hasRootSomewhere(file, tail))) return damaged;

  // One of them names the lock, and perhaps only the other the /ID that belongs to it.
  const trailers = dictionaries.join('\n');
  if (/\/Encrypt(?![A-Za-z])/.test(trailers) && !(await opensWithoutPassword(file, trailers)))
    return { state: 'encrypted', could: ['pdf'] };
  const { hazard, marks } = await lookForActions(file);
  if (hazard !== undefined) return { state: 'hazardous', could: ['pdf'], hazard };
  return { state: 'sound', kind: 'pdf', ...(marks.length === 0 ? {} : { marks }) };
}

/** Where the file ends once zeros behind it are left out. */
async function endOfContent(file: RandomAccess): Promise<number> {
  for (let end = file.size; end > 0 && file.size - end <= maxPadding; end -= tailBytes) {
    const start = Math.max(0, end - tailBytes);
    const bytes = await file.read(start, end - start);
    let last = bytes.length - 1;
    while (last >= 0 && bytes[last] === 0) last -= 1;
    if (last >= 0) return start + last + 1;
  }
  return file.size;
}

/**
 * A PDF for the web (annex F) has an end mark near its beginning too, and one that was changed has several: what goes on
 * behind the last mark, or is shorter than it says of itself, was cut in a transfer.
 */
async function isCut(file: RandomAccess, tail: string): Promise<boolean> {
  const last = Math.max(tail.lastIndexOf('%%EOF'), tail.lastIndexOf('startxref'));
  if (/\d\s+\d+\s+obj\b/.test(tail.slice(last))) return true;
  const start = (await file.read(0, 2048)).toString('latin1');
  const [, length] = /\/Linearized\b[^>]{0,400}\/L\s+(\d{1,10})/.exec(start) ?? [];
  return length !== undefined && Number(length) > file.size;
}

const hasRoot = (text: string): boolean => /\/Root\s*\d+\s+\d+\s+R/.test(text);

async function hasRootSomewhere(file: RandomAccess, tail: string): Promise<boolean> {
  return hasRoot(tail) || hasRoot((await file.read(0, tailBytes)).toString('latin1'));
}

/** The dictionary that goes with a cross-reference: after a classic table its trailer, of a stream its own. */
function dictionaryOfReference(text: string): string {
  if (/^\s*xref\b/.test(text)) {
    const start = text.indexOf('trailer');
    return start === -1 ? '' : upTo(text.slice(start), 'startxref');
  }
  return /^\s*\d+\s+\d+\s+obj\b/.test(text) ? upTo(text, 'stream') : '';
}

function upTo(text: string, end: string): string {
  const at = text.indexOf(end);
  return at === -1 ? text : text.slice(0, at);
}
