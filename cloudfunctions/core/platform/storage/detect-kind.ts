import type { DetectedFile } from './formats/detected-file';
import { detectFilm, startsAsFilm } from './formats/film';
import { nameForeign } from './formats/foreign';
import { detectLegacyOffice } from './formats/legacy-office';
import { detectOffice } from './formats/office';
import { detectPdf } from './formats/pdf';
import { detectJpg, detectPng } from './formats/picture';
import type { RandomAccess } from './storage';

const headBytes = 4096;
/** A PDF may have something before its header, within its first 1,024 bytes (ISO 32000-1, note H.3). */
const pdfHeaderWithin = 1024;

/**
 * Says what a file truly is, by its bytes and its structure; its name plays no part. Never holds the
 * whole: reads single places, and passes once in pieces of 256 KB through a PDF, a .ppt, or a picture whose end is not near its end. Does not decide whether it may be taken (`checkFile`).
 */
export async function detectKind(file: RandomAccess): Promise<DetectedFile> {
  const head = await file.read(0, headBytes);
  const foreign = nameForeign(head);
  if (foreign !== undefined) return { state: 'foreign', looksLike: foreign };

  const starts = (hex: string) => head.subarray(0, hex.length / 2).equals(Buffer.from(hex, 'hex'));
  if (starts('ffd8ff')) return detectJpg(file);
  if (starts('89504e470d0a1a0a')) return detectPng(file);
  if (starts('504b0304') || starts('504b0506')) return detectOffice(file);
  if (starts('d0cf11e0a1b11ae1')) return detectLegacyOffice(file);
  if (startsAsFilm(head)) return detectFilm(file);
  const pdfHeader = head.subarray(0, pdfHeaderWithin).indexOf('%PDF-', 0, 'latin1');
  if (pdfHeader !== -1) return detectPdf(file, pdfHeader);
  return { state: 'foreign', looksLike: isText(head) ? '纯文本' : null };
}

function isText(head: Buffer): boolean {
  if (head.length === 0 || head.includes(0)) return false;
  // A character cut at the end of what was read decodes to the replacement sign too: the last ones are left out.
  return !head.toString('utf8').slice(0, -2).includes('\ufffd');
}
