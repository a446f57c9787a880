import type { RandomAccess } from '../storage';
import type { DetectedFile } from './detected-file';

const tailBytes = 64 * 1024;
const endMarkerWithin = 4096;

/**
 * Looks at a file whose first 1,024 bytes hold `%PDF-` (ISO 32000-1, 7.5.2 and note H.3).
 * Whole when `%%EOF` stands near its end; encrypted when its trailer, or its cross-reference stream, names `/Encrypt`
 * (7.6.1). Reads the last 64 KB and 64 KB where `startxref` points, no more.
 */
export async function detectPdf(file: RandomAccess, headerOffset: number): Promise<DetectedFile> {
  const tailStart = Math.max(0, file.size - tailBytes);
  const tail = (await file.read(tailStart, tailBytes)).toString('latin1');
  if (!tail.slice(-endMarkerWithin).includes('%%EOF')) return { state: 'damaged', could: ['pdf'] };

  const lastStart = tail.lastIndexOf('startxref');
  const offset = Number(/^startxref\s+(\d{1,10})/.exec(tail.slice(Math.max(0, lastStart)))?.[1] ?? Number.NaN);
  // Readers repair a wrong startxref, so it is no reason to refuse; then only the tail can be judged.
  const atReference = Number.isSafeInteger(offset)
    ? await file.read(offset + headerOffset, tailBytes)
    : Buffer.alloc(0);
  const lastTrailer = tail.lastIndexOf('trailer');
  const dictionaries = [
    lastTrailer === -1 ? '' : tail.slice(lastTrailer, Math.max(lastTrailer, lastStart)),
    dictionaryOfReference(atReference.toString('latin1')),
  ];
  const encrypted = dictionaries.some((text) => /\/Encrypt(?![A-Za-z])/.test(text));
  return encrypted ? { state: 'encrypted', could: ['pdf'] } : { state: 'sound', kind: 'pdf' };
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
